/** A JSON token as it stands on the wire; bytes where no text can say it. */
export type Token = string | Buffer

const words = (text: string): string[] => text.trim().split(/\s+/)
const quoted = (text: string): string => JSON.stringify(text)
const bytes = (latin1: string): Buffer => Buffer.from(`"${latin1}"`, 'latin1')

export const kinds: Token[] = words(
  'null true false 0 -7 0.5 "" "text" "0" [] [null] {} {"a":1} [[[]]]',
)

export const numbers: Token[] = [
  '9'.repeat(400),
  ...words('NaN Infinity 1e309 -1e309 -0 9007199254740991 9007199254740993 0.30000000000000004'),
  ...words('007 0x10 1,5 1. .5 +1 1e 1_000 -1 2147483648 9223372036854775808 1e21 1e-400'),
  ...words('65.749 65,749 nhiều ٣ ½').map(quoted),
]

export const texts: Token[] = [
  '',
  ' ',
  '\t\n',
  'x'.repeat(5_001),
  'x'.repeat(100_000),
  'a\u0000b',
  '\u0007',
  '\ufeffa',
  '\u202egnp.exe',
  'a\u200bb',
  '👨‍👩‍👧‍👦'.repeat(30),
  '\ud800',
  '\udfff\ud800',
  'Tiếng Việt'.normalize('NFD'),
  'e\u0301'.repeat(500),
  '\u0330\u0331'.repeat(200),
  'C«ng ®oµn',
  'Coâng ñoaøn',
  'İıſK',
  '\u2028',
  '\r\nSet-Cookie: a=b',
].map(quoted)

/** Overlong, cut, surrogate and plainly wrong UTF-8. */
export const badBytes: Token[] = ['\xc0\xaf', '\xff', '\xe2\x82', '\xed\xa0\x80', 'L\xfd do'].map(
  bytes,
)

const instants = words(`2027-05-05T24:00:00Z 2027-05-05T10:00 2027-05-05T10:00:00+25:00
  2027-12-31T23:59:60Z now infinity -infinity epoch 46000`)
const unlikelyDays = words(`2027-02-30 2027-02-29 2026-13-01 2026-00-10 0000-01-01 9999-12-31
  +10000-01-01 10000-01-01 -000001-01-01 05/05/2027 13/25/2027 2027-5-5 2027W191`)
export const days: Token[] = [...unlikelyDays, ...instants, '2027-05-05 ', 'hôm nay'].map(quoted)

const strangeIds = words(`00000000-0000-0000-0000-000000000000 ffffffff-ffff-ffff-ffff-ffffffffffff
  {00000000-0000-4000-8000-000000000000} 00000000000040008000000000000000
  00000000-0000-4000-8000-00000000000 null undefined 1 -1 0 ../ ..%2f..%2fadmin %252e%252e * me`)

/** Ids of other things of this house, and what is none. */
export const idsBeside = (others: readonly string[]): Token[] => [
  ...[...others, ...others.map((id) => id.toUpperCase()), ...strangeIds].map(quoted),
  ...others.map((id) => `[${quoted(id)}]`),
]

const opening = words("' \" ') \")) ` \\' ; $$ E'\\x27' %27")
const sql = [
  ` or 1=1 --`,
  `; drop table official; --`,
  ` union select password from auth_account --`,
  ` and (select pg_sleep(3)) is null --`,
  `; select set_config('app.reach','federation',false) --`,
  `||(select current_user)||'`,
]
const templates = words('{{7*7}} ${7*7} #{7*7} <%=7*7%> {{constructor.constructor("x")()}}')
const formulas = words(`=1+1 +1+1 -1+1 @SUM(1) =HYPERLINK("http://x") =cmd|'/c'!A1`)
const scripts = words(`<script>alert(1)</script> <img/src=x/onerror=alert(1)> <svg/onload=alert(1)>
  javascript:alert(1) "><iframe/srcdoc="x"> <a/href="&#106;avascript:x"> </textarea><script>1</script>
  <math><mi//xlink:href="data:x">`)
const shells = ['$(id)', '`id`', '| cat /etc/passwd', '*)(uid=*))', '\n2027-01-01 fatal: forged']

export const injections: Token[] = [
  ...opening.flatMap((start) => sql.map((tail) => start + tail)),
  ...[templates, formulas, scripts, shells].flat(),
].map(quoted)

export const oddKeys = [
  '',
  'id ',
  ...words('colour Id ID __proto__ constructor prototype toString toJSON valueOf then length'),
  ...words('__defineGetter__ hasOwnProperty $where federationId unitId accountId role isAdmin'),
  ...words('revision state'),
]

const wide = `{${Array.from({ length: 20_000 }, (_, n) => `"k${n}":1`).join(',')}}`
const deep = `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`
const wholes = [
  '',
  ' ',
  '// {}',
  '\ufeff{}',
  '{}\u0000',
  ...words(`{ } [ {"a": {"a":1}} {"a":1}{"a":1} {"a":1}x {a:1} {'a':1} {"a":1,} {"a":NaN} /**/{}
    null "text" 1 true [] [{}] undefined <a/> a=b [1,2`),
  '['.repeat(20_000),
  `[${'0,'.repeat(60_000)}0]`,
  wide,
  deep,
]

/** Bodies that are wrong as a whole: strange structures, and the given one cut at twenty places. */
export const structures = (whole: string): string[] => [
  ...wholes,
  ...Array.from({ length: 20 }, (_, n) => whole.slice(0, Math.floor((whole.length * n) / 20))),
]
