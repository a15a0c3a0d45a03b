const millions = new Intl.NumberFormat('vi-VN', {
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
})

/** Whole đồng as the annex prints them, in millions: '68,0'. */
export function inMillions(dong: number): string {
  return millions.format(dong / 1_000_000)
}
