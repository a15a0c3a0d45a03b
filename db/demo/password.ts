export const demoPassword = 'congdoan-hathanh-2027'

/** argon2id of the demo password, computed once: 104 accounts would cost a second at every first start. */
export const demoPasswordHash =
  '$argon2id$v=19$m=19456,t=2,p=1$aM5HeeqzAl2fNmkbyvCKwA$qXp7nbRWvw/0rdkGYKaSrmD7WkuuCvUBchGkJSAUCcM'
