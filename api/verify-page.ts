import type { LookUpAnswer, PublicCertificate } from '../domain/classes/look-up.ts'
import { dayOfInstant, timeOfInstant, writeDay } from '../domain/grammar/day.ts'
import { writeNumber } from '../domain/grammar/text.ts'
import { type Language, say } from '../domain/text/say.ts'
import { html, type Markup } from './markup.ts'
import { verifyStyle } from './verify-style.ts'

export type VerifyPage = {
  language: Language
  nonce: string
  federation: { name: string; helpPhone: string | null }
  /** Which of the two forms stands at the left, and what was typed into it. */
  form:
    | { kind: 'paper'; typed: string }
    | { kind: 'person'; name: string; birthYear: string; unit: string }
  answer: LookUpAnswer
}

type Say = (key: string, params?: Record<string, string | number>) => string

/** The whole page: no script, no file of its own, and every word that was typed made harmless. */
export function verifyPage(page: VerifyPage): string {
  const t: Say = (key, params) => say(page.language, `classes.lookUp.${key}`, params)
  const title = `${headingOf(page.answer, t)} – ${t('title')}`
  return html`<!doctype html>
    <html lang="${page.language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${title}</title>
        <link rel="icon" type="image/svg+xml" href="/mark.svg" />
        <style nonce="${page.nonce}">
          ${{ markup: verifyStyle }}
        </style>
      </head>
      <body>
        <a class="skip" href="#ket-qua">${t('skip')}</a>
        <div class="ve">
          ${left(page, t)}
          <main class="vr" id="ket-qua" tabindex="-1">${right(page.answer, t)}</main>
        </div>
      </body>
    </html>`.markup
}

function headingOf(answer: LookUpAnswer, t: Say): string {
  return answer.kind === 'found'
    ? t(`verdicts.${answer.certificate.state}`)
    : t(`answers.${answer.kind}.title`)
}

function left({ form, federation, language }: VerifyPage, t: Say): Markup {
  const other = language === 'vi' ? 'en' : 'vi'
  return html`<header class="vl">
    <p class="who">${federation.name}</p>
    <p class="tt">${t('title')}</p>
    ${form.kind === 'paper' ? paperForm(form.typed, language, t) : personForm(form, language, t)}
    <p>
      ${
        form.kind === 'paper'
          ? html`${t('person.before')}
              <a href="/verify/person${ofLanguage(language)}">${t('person.link')}</a>.
              ${t('person.after')}`
          : html`<a href="/verify${ofLanguage(language)}">${t('person.back')}</a>.
              ${t('person.after')}`
      }
    </p>
    ${help(federation.helpPhone, t)}
    <p class="la"><a lang="${other}" href="?lang=${other}">${t('other')}</a></p>
  </header>`
}

const ofLanguage = (language: Language) => (language === 'vi' ? '' : `?lang=${language}`)

function languageField(language: Language): Markup {
  return html`<input type="hidden" name="lang" value="${language}" />`
}

function paperForm(typed: string, language: Language, t: Say): Markup {
  return html`<form action="/verify" method="get" role="search" aria-label="${t('title')}">
    <div class="fld">
      <label for="q">${t('form.label')}</label>
      <p class="hint" id="qh">${t('form.hint')}</p>
      <input
        class="inp"
        id="q"
        name="q"
        value="${typed}"
        maxlength="60"
        autocapitalize="characters"
        autocomplete="off"
        spellcheck="false"
        aria-describedby="qh"
      />
    </div>
    ${language === 'vi' ? null : languageField(language)}<button class="btn" type="submit">
      ${t('form.submit')}
    </button>
  </form>`
}

type PersonForm = Extract<VerifyPage['form'], { kind: 'person' }>

function personForm({ name, birthYear, unit }: PersonForm, language: Language, t: Say): Markup {
  const field = (id: string, label: string, value: string, more: Markup) =>
    html`<div class="fld">
      <label for="${id}">${label}</label
      ><input class="inp" id="${id}" name="${id}" value="${value}" autocomplete="off" ${more} />
    </div>`
  return html`<form
    action="/verify/person"
    method="get"
    role="search"
    aria-label="${t('person.title')}"
  >
    ${field('name', t('person.name'), name, html`maxlength="80"`)}${field('birthYear', t('person.birthYear'), birthYear, html`maxlength="4" inputmode="numeric"`)}${field('unit', t('person.unit'), unit, html`maxlength="120"`)}${language === 'vi' ? null : languageField(language)}<button
      class="btn"
      type="submit"
    >
      ${t('person.submit')}
    </button>
  </form>`
}

function help(phone: string | null, t: Say): Markup | null {
  return phone ? html`<p class="hp">${t('help', { phone })}</p>` : null
}

function right(answer: LookUpAnswer, t: Say): Markup {
  if (answer.kind === 'found') return found(answer.certificate, answer.at, t)
  return html`<article class="sheet">
    <h1 class="an">${t(`answers.${answer.kind}.title`)}</h1>
    <p>${t(`answers.${answer.kind}.body`)}</p>
  </article>`
}

function found(certificate: PublicCertificate, at: string, t: Say): Markup {
  const { state, fullName, programme } = certificate
  const checked = t('at', { time: timeOfInstant(at), day: writeDay(dayOfInstant(at)) })
  return html`<article class="sheet" aria-labelledby="kq">
      <div class="verd">
        <h1 class="ok ${state}" id="kq">${seals[state]}${t(`verdicts.${state}`)}</h1>
        <p>${checked}<br />${t('source')}</p>
      </div>
      ${ended(certificate, t)}
      <p class="nm">${fullName}</p>
      <p class="pr">${programme}</p>
      <dl>${facts(certificate, t)}</dl>
    </article>
    <section class="oth">
      <h2>${t('differs.title')}</h2>
      <p>${t('differs.body')}</p>
    </section>`
}

function ended({ state, reasonClass, stateAt }: PublicCertificate, t: Say): Markup | null {
  if (state === 'VALID' || !stateAt) return null
  const reason = reasonClass ? t(`reasons.${reasonClass}`) : ''
  const since = t('since', { day: writeDay(dayOfInstant(stateAt)), reason })
  return html`<p class="why"><b>${t(`meaning.${state}`)}</b> ${since}</p>`
}

function facts(certificate: PublicCertificate, t: Say): Markup[] {
  const { registerNo, unitName, heldFrom, heldTo, hours, venue, issuer, issuedOn } = certificate
  const held = { from: writeDay(heldFrom), to: writeDay(heldTo), hours: writeNumber(hours) }
  const rows: [string, string | null][] = [
    [t('facts.registerNo'), registerNo],
    [t('facts.unit'), unitName],
    [t('facts.held'), t('facts.heldDays', held)],
    [t('facts.venue'), venue],
    [t('facts.issuer'), issuer],
    [t('facts.issuedOn'), writeDay(issuedOn)],
  ]
  return rows.flatMap(([term, value]) =>
    value
      ? html`<div>
          <dt>${term}</dt>
          <dd>${value}</dd>
        </div>`
      : [],
  )
}

const seal = (sign: string): Markup => ({
  markup: `<svg viewBox="0 0 48 48" fill="none" stroke="currentColor" aria-hidden="true"><circle cx="24" cy="24" r="21.5" stroke-width="3"/><circle cx="24" cy="24" r="17" stroke-width="1.3"/><path d="${sign}" stroke-width="4"/></svg>`,
})

const seals = {
  VALID: seal('M15.5 24.5l6 6 11.5-12'),
  REVOKED: seal('M16.5 16.5l15 15m0-15l-15 15'),
  REISSUED: seal('M15 20h15l-5-5m8 13H18l5 5'),
} as const
