import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)

/** Fonts that are embedded in what we print. As TTF: it has the rare characters of names and is read in milliseconds. */
export const fonts = {
  plain: require.resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf'),
  bold: require.resolve('@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf'),
} as const
