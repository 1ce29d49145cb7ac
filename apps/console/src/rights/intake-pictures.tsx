import { CloseOutlined, PictureOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useRef } from 'react'
import { Field } from '../kit/field.tsx'
import { useRightsSay } from './texts/index.ts'

/** A picture that was taken in, with its name on this computer. */
export type TakenPicture = { readonly name: string; readonly data: string }

type IntakePicturesProps = {
  pictures: readonly TakenPicture[]
  onPictures: (pictures: readonly TakenPicture[]) => void
  most: number
  fault: string | undefined
}

/** Pictures that go along. */
export function IntakePictures({ pictures, onPictures, most, fault }: IntakePicturesProps) {
  const say = useRightsSay()
  const input = useRef<HTMLInputElement>(null)
  async function add(files: readonly File[]) {
    const added = await Promise.all(files.slice(0, most - pictures.length).map(read))
    onPictures([...pictures, ...added])
  }
  return (
    <Field id="intake-pictures" label={say('intake.pictures')} why={say('intake.pictures.why')} fault={fault} group>
      <ul className="intake-pictures">
        {pictures.map((picture) => (
          <li key={picture.data.slice(-60)}>
            {picture.name}{' '}
            <Button
              type="text"
              size="small"
              icon={<CloseOutlined />}
              aria-label={say('intake.pictures.off', { name: picture.name })}
              onClick={() => onPictures(pictures.filter((one) => one !== picture))}
            />
          </li>
        ))}
      </ul>
      <input
        ref={input}
        type="file"
        hidden
        multiple
        accept="image/jpeg,image/png"
        onChange={(event) => {
          const files = [...(event.target.files ?? [])]
          event.target.value = ''
          void add(files)
        }}
      />
      {pictures.length >= most ? null : (
        <Button icon={<PictureOutlined />} onClick={() => input.current?.click()}>
          {say('intake.pictures.add')}
        </Button>
      )}
    </Field>
  )
}

function read(file: File): Promise<TakenPicture> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve({ name: file.name, data: String(reader.result).split(',')[1] ?? '' })
    reader.onerror = () => reject(reader.error)
    reader.readAsDataURL(file)
  })
}
