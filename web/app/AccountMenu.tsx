import { Menu } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { signOut, signOutEverywhere } from '../account.ts'
import { announce } from '../kit/announce.ts'
import { unsent } from '../kit/autosave/unsent.ts'
import { fetchedLater } from '../kit/fetched-later.tsx'
import { Icon } from '../kit/Icon.tsx'
import { store, useStore } from '../store.ts'
import { useText } from '../text.ts'
import { useMe } from './me.ts'

const ChangePasswordDialog = fetchedLater(() =>
  import('./ChangePasswordDialog.tsx').then((found) => found.ChangePasswordDialog),
)
const changingPassword = store(false)

/** Leaves nothing of the person behind: the page is loaded anew. */
async function leave(how: () => Promise<void>): Promise<void> {
  await how()
  location.assign('/sign-in')
}

/** In the header on the desk; on a phone its items stand under "Thêm". */
export function AccountMenu() {
  const t = useText()
  const me = useMe()
  const changing = useStore(changingPassword)
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <button
            className="tool me"
            type="button"
            aria-label={t('shell.account.menu', { name: me.fullName })}
          >
            <Icon name="user" />
            <span className="lbl">{me.fullName}</span>
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          <AccountItems />
        </Menu.Dropdown>
      </Menu>
      {changing && <ChangePasswordDialog opened onClose={() => changingPassword.set(false)} />}
    </>
  )
}

export function AccountItems() {
  const t = useText()
  const me = useMe()
  const navigate = useNavigate()
  const held = useStore(unsent).size > 0
  const teaches = me.grants.some(({ role }) => role === 'lecturer')

  function goUnlessHeld(how: () => Promise<void>): void {
    if (held) announce(t('shell.account.heldBack'), 'atOnce')
    else void leave(how)
  }

  return (
    <>
      <Menu.Label>
        {me.fullName}
        <br />
        {me.position}, {me.unitName}
      </Menu.Label>
      {held && <Menu.Label>{t('shell.account.heldBack')}</Menu.Label>}
      {teaches && (
        <Menu.Item
          leftSection={<Icon name="calendar" />}
          onClick={() => void navigate({ to: '/me/teaching' })}
        >
          {t('classes.teaching.lecturer.title')}
        </Menu.Item>
      )}
      <Menu.Item
        leftSection={<Icon name="school" />}
        onClick={() => void navigate({ to: '/me/learning' })}
      >
        {t('classes.teaching.learning.title')}
      </Menu.Item>
      <Menu.Item leftSection={<Icon name="lock" />} onClick={() => changingPassword.set(true)}>
        {t('shell.account.changePassword')}
      </Menu.Item>
      <Menu.Item leftSection={<Icon name="logout" />} onClick={() => goUnlessHeld(signOut)}>
        {t('shell.account.signOut')}
      </Menu.Item>
      <Menu.Item
        leftSection={<Icon name="logout" />}
        onClick={() => goUnlessHeld(signOutEverywhere)}
      >
        {t('shell.account.signOutEverywhere')}
      </Menu.Item>
    </>
  )
}
