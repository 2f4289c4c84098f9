(SELECT count() FROM t WHERE and(a, b) GLOBAL IN (SELECT c FROM u))
