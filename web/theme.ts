import {
  createTheme,
  type CSSVariablesResolver,
  DEFAULT_THEME,
  type MantineColorsTuple,
} from '@mantine/core'

/** Signing-ink blue, lightest first; the eighth is `--blue` of the look. */
const blue: MantineColorsTuple = [
  '#f0f4f9',
  '#e1e8f2',
  '#c9d6ea',
  '#a9bddb',
  '#8fa5c8',
  '#6582b0',
  '#44659b',
  '#2b4f88',
  '#1a3c74',
  '#0f2a56',
]

export const theme = createTheme({
  fontFamily: 'var(--f-ui)',
  headings: { fontFamily: 'var(--f-ui)' },
  colors: { ...DEFAULT_THEME.colors, blue },
  primaryColor: 'blue',
  primaryShade: { light: 8, dark: 8 },
  autoContrast: true,
  luminanceThreshold: 0.3,
  defaultRadius: '3px',
  fontSizes: {
    xs: 'var(--t-14)',
    sm: 'var(--t-15)',
    md: 'var(--t-16)',
    lg: 'var(--t-17)',
    xl: 'var(--t-19)',
  },
  respectReducedMotion: true,
  components: {
    Menu: {
      defaultProps: {
        shadow: 'md',
        radius: 3,
        transitionProps: { duration: 0 },
        // A menu may hold nothing but its items.
        withInitialFocusPlaceholder: false,
      },
    },
    Popover: { defaultProps: { transitionProps: { duration: 0 } } },
    NumberInput: { defaultProps: { hideControls: true } },
    // A dialog's head is no second banner of the page.
    ModalHeader: { defaultProps: { role: 'presentation' } },
    DrawerHeader: { defaultProps: { role: 'presentation' } },
  },
})

/** Mantine's own names for what look/tokens.css decides. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {
    '--mantine-scale': 'var(--zoom, 1)',
    '--mantine-line-height': 'var(--lh-ui)',
  },
  light: {
    '--mantine-color-body': 'var(--desk)',
    '--mantine-color-text': 'var(--ink)',
    '--mantine-color-dimmed': 'var(--ink-2)',
    '--mantine-color-placeholder': 'var(--ink-3)',
    '--mantine-color-error': 'var(--seal)',
    '--mantine-color-default-border': 'var(--edge)',
    '--mantine-color-anchor': 'var(--blue)',
  },
  dark: {},
})
