total − 2

f（a，b） ＊ 2

a‒b ⁄ c

a ≦ 1；

a＝＇x＇
