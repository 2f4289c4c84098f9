a == 1

(a LIKE ANY ('x', ))

tags:a b
