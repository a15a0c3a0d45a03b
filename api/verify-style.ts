/**
 * The look of the house with what a telephone has already: no fonts and no files of its own, so
 * that the whole page stays below fifteen kilobytes.
 */
export const verifyStyle = `
:root{--desk:#f1ede4;--sheet:#fffefb;--ink:#1c2128;--ink-2:#464339;--rule:#d8d0c0;--rule-2:#b9af9b;--edge:#7b7364;
--blue:#1a3c74;--blue-2:#0f2a56;--blue-3:#14305e;--blue-on:#c9d6ea;--seal:#b3281a;--green:#24603c;--amber:#7a4f00;
--ui:'Be Vietnam Pro',system-ui,-apple-system,'Segoe UI',sans-serif;--paper:Tinos,'Times New Roman',Times,serif}
*{box-sizing:border-box;margin:0}
body{background:var(--desk);color:var(--ink);font:400 1.0625rem/1.5 var(--ui)}
a{color:var(--blue);text-underline-offset:.25em}
:focus-visible{outline:3px solid var(--blue);outline-offset:2px}
.skip{position:absolute;left:1rem;top:-4rem;background:var(--sheet);padding:.75rem 1rem;z-index:1}.skip:focus{top:.5rem}
.nw{white-space:nowrap}
.ve{display:grid;grid-template-columns:minmax(0,27rem) minmax(0,1fr);min-height:100vh}
.vl{background:var(--blue-3);color:#fff;padding:2rem;display:flex;flex-direction:column;gap:1rem}
.vl a{color:#fff;display:inline-block;padding:.1rem 0}.vl :focus-visible{outline-color:#fff}
.who{display:flex;gap:.75rem;align-items:center;font-weight:600;line-height:1.4}
.vl p{color:var(--blue-on);font-size:1rem}
.vl .who{color:#fff}.vl .tt{color:#fff;font-size:1.625rem;font-weight:700;line-height:1.35}.hp{margin-top:auto}.la{font-size:.9375rem}
form{background:var(--sheet);color:var(--ink);padding:1.5rem;box-shadow:0 14px 30px -18px #000}
form :focus-visible{outline-color:var(--blue)}
.fld{margin-bottom:1rem}.fld label{display:block;font-size:1rem;font-weight:600}
.vl form .hint{font-size:.9375rem;color:var(--ink-2);margin-bottom:.3rem}
.inp{display:block;width:100%;min-height:2.75rem;padding:.55rem .8rem;background:var(--sheet);color:var(--ink);
border:1.5px solid var(--edge);border-radius:3px;font:inherit}
.btn{width:100%;min-height:3.25rem;border:1.5px solid var(--blue);border-radius:3px;background:var(--blue);color:#fff;
font:600 1.0625rem/1.35 var(--ui);cursor:pointer}.btn:hover{background:var(--blue-2)}
.vr{padding:2rem;max-width:58rem}
.sheet{background:var(--sheet);box-shadow:0 1px 2px #1c212826,0 12px 28px -20px #1c2128;padding:1.5rem 2rem 2rem;
font:400 1.1875rem/1.55 var(--paper)}
.verd{display:flex;flex-wrap:wrap;gap:.2rem 1.2rem;align-items:center;padding:.5rem 0 1rem;
border-bottom:1px solid var(--rule-2);margin-bottom:1rem}
.ok{display:inline-flex;align-items:center;gap:.7rem;font:700 2.75rem/1.35 var(--ui);letter-spacing:-.01em}
.ok svg{width:3.4rem;height:3.4rem;flex:none}
.VALID{color:var(--green)}.REVOKED{color:var(--seal)}.REISSUED{color:var(--amber)}
.verd p{font:400 1rem/1.5 var(--ui);color:var(--ink-2)}
.why{font:400 1.0625rem/1.5 var(--ui);margin-bottom:1rem}
.nm{font-size:2.125rem;font-weight:700;line-height:1.35}.pr{font-size:1.375rem;line-height:1.45;margin-bottom:1rem}
dl{border-bottom:1px solid var(--rule)}
dl>div{display:grid;grid-template-columns:11rem minmax(0,1fr);gap:0 1rem;padding:.4rem 0;border-top:1px solid var(--rule)}
dt{font:400 1rem/1.7 var(--ui);color:var(--ink-2)}dd{font-variant-numeric:tabular-nums}
.an{font:700 1.625rem/1.35 var(--ui);margin-bottom:.5rem}
.oth{margin-top:1.5rem;font-size:1rem}.oth h2{font-size:1.1875rem;margin-bottom:.3rem}
@media (max-width:63.99rem){.ve{grid-template-columns:minmax(0,1fr);min-height:0}.vl,.vr{padding:1.5rem 1rem}
.vl{gap:.5rem;padding-top:1rem}.hp{display:none}form{padding:1rem}.fld{margin-bottom:.75rem}.btn{min-height:2.75rem}
.sheet{margin-inline:-1rem;padding:1rem}dl>div{grid-template-columns:minmax(0,1fr);padding:.35rem 0}
.ok{font-size:2.125rem}.ok svg{width:2.6rem;height:2.6rem}.vl .tt{font-size:1.375rem}}
@media print{.vl,.oth{display:none}.ve{display:block}}
`
