import type { ThemeConfig } from 'antd'

/** For what is drawn on a canvas, which knows no variables of a style sheet. */
export const faces =
  '"PingFang SC", "HarmonyOS Sans SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif'

/** A field in hand is blue: red would look like a fault. */
const river = {
  activeBorderColor: '#22588C',
  hoverBorderColor: '#22588C',
  activeShadow: '0 0 0 2px #E8EFF6',
  activeOutlineColor: '#E8EFF6',
} as const

/**
 * Ant Design in the house's colours and sizes: larger type and targets on a phone.
 *
 * `pomegranate` may be an installation's own; the other numbers are those of `ui/tokens.css`.
 */
export function deskTheme(pomegranate = '#B5232E', phone = false): ThemeConfig {
  return {
    token: {
      colorPrimary: pomegranate,
      colorInfo: '#22588C',
      colorLink: '#22588C',
      colorLinkHover: '#17406A',
      colorLinkActive: '#17406A',
      colorSuccess: '#1E6F52',
      colorWarning: '#8F5400',
      // Red is the main action here, so a fault is the deep tone, and never by colour alone.
      colorError: '#7E1620',
      colorText: '#1F1B1A',
      colorTextSecondary: '#5C5450',
      colorTextTertiary: '#5C5450',
      colorTextDescription: '#5C5450',
      colorTextPlaceholder: '#6b6b6b',
      colorTextDisabled: '#6F6762',
      colorBgLayout: '#FBF9F6',
      colorBorder: '#8A807A',
      colorBorderSecondary: '#E4DED8',
      colorSplit: '#E4DED8',
      borderRadius: 6,
      controlHeight: phone ? 46 : 36,
      fontSize: phone ? 17 : 15,
      fontFamily: 'var(--faces)',
      motion: false,
      opacityLoading: 1,
      wireframe: false,
    },
    components: {
      Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none', fontWeight: 500 },
      Modal: { titleFontSize: 18 },
      Input: river,
      InputNumber: river,
      Segmented: { itemSelectedColor: '#7E1620', trackBg: '#F1ECE6', itemColor: '#1F1B1A' },
      Select: { optionSelectedBg: '#F7E9E8', ...river },
      Tag: { defaultBg: '#F1ECE6', defaultColor: '#1F1B1A' },
      DatePicker: { cellActiveWithRangeBg: '#F7E9E8', ...river },
    },
  }
}
