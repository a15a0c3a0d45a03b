import { useMutation } from '@tanstack/react-query'
import { z } from 'zod'
import { Form, SubmitButton } from '../kit/form/Form.tsx'
import { PasswordField } from '../kit/form/PasswordField.tsx'
import { TextField } from '../kit/form/TextField.tsx'
import { useText } from '../text.ts'

type Given = { username: string; password: string }

type Props = {
  username?: string
  /** The same person again: the name stands and is not asked. */
  fixed?: boolean
  onSignIn: (given: Given) => Promise<unknown>
  className?: string
}

export function SignInForm({ username = '', fixed = false, onSignIn, className = '' }: Props) {
  const t = useText()
  const enter = useMutation({ mutationFn: onSignIn })
  const schema = z.object({
    username: z
      .string()
      .trim()
      .min(1, { error: t('shell.signIn.missingUsername') }),
    password: z.string().min(1, { error: t('shell.signIn.missingPassword') }),
  })
  return (
    <Form
      schema={schema}
      defaultValues={{ username, password: '' }}
      onSubmit={(given) => enter.mutateAsync(given).catch(() => null)}
      problem={enter.error}
      label={t('shell.signIn.title')}
      className={className}
    >
      <TextField
        name="username"
        label={t('shell.signIn.username')}
        autoComplete="username"
        readOnly={fixed}
      />
      <PasswordField
        name="password"
        label={t('shell.signIn.password')}
        autoComplete="current-password"
      />
      <SubmitButton big>{t('shell.signIn.submit')}</SubmitButton>
    </Form>
  )
}
