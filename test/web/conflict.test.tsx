import { fireEvent, screen } from '@testing-library/react'
import { useState } from 'react'
import { expect, test } from 'vitest'
import { Conflict } from '../../web/kit/Conflict.tsx'
import { draw } from './setup.tsx'

const theirs = 'Học 04 ngày.'
let chosen: string

/** As the page draws it: what is typed at the place itself changes my side and the mix. */
function Clashing() {
  const [mine, setMine] = useState('Học 02 ngày.')
  return (
    <>
      <input aria-label="chỗ này" value={mine} onChange={(event) => setMine(event.target.value)} />
      <Conflict
        base="Học 03 ngày."
        {...{ mine, theirs }}
        merged={`${mine} ${theirs}`}
        onChoose={(text) => (chosen = text)}
      />
    </>
  )
}

const typeAtThePlace = (value: string) =>
  fireEvent.change(screen.getByRole('textbox', { name: 'chỗ này' }), { target: { value } })

const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }))

test('what is typed at the place after the card stands there is in the mix', async () => {
  await draw(<Clashing />)
  typeAtThePlace('Học 02 ngày, có bài tập.')
  press('Trộn hai bản')
  press('Dùng bản trộn')
  expect(chosen).toBe('Học 02 ngày, có bài tập. Học 04 ngày.')
})

test('what is typed at the place while the mix is worked over comes into it, beside that work', async () => {
  await draw(<Clashing />)
  press('Trộn hai bản')
  fireEvent.change(screen.getByRole('textbox', { name: 'Bản trộn' }), {
    target: { value: 'Học 02 ngày. Học 04 đến 05 ngày.' },
  })
  typeAtThePlace('Học hết 02 ngày.')
  press('Dùng bản trộn')
  expect(chosen).toBe('Học hết 02 ngày. Học 04 đến 05 ngày.')
})
