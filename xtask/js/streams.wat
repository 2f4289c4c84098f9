;; Decodes a module: its text into bytes, in place, and these into the module behind them.
;; `xtask/js/streams.mjs` encodes it, and writes the table of instructions into this module.
;;
;; It runs once, before the engine has optimised it, where calls and globals cost most: so one
;; function does nearly everything, and its inner loop copies whatever has to be copied.
(module
  ;; From 0: for each character the byte it stands for. From 128 and 256: for each character behind
  ;; the first and second of the two that begin pairs the byte of the pair. From 512: for each
  ;; instruction its kind. From 768: for each stream where it goes on. From 1024: the text.
  (memory (export "memory") 1)

  ;; The next number of a stream, in groups of seven bits, which stays there.
  (func $peek (param $stream i32) (result i32)
    (local $from i32) (local $byte i32) (local $value i32) (local $shift i32)
    (local.set $from (i32.load offset=768 (i32.shl (local.get $stream) (i32.const 2))))
    (loop $group
      (local.set $byte (i32.load8_u (local.get $from)))
      (local.set $from (i32.add (local.get $from) (i32.const 1)))
      (local.set $value (i32.or (local.get $value) (i32.shl (i32.and (local.get $byte) (i32.const 127)) (local.get $shift))))
      (local.set $shift (i32.add (local.get $shift) (i32.const 7)))
      (br_if $group (i32.gt_u (local.get $byte) (i32.const 127))))
    (local.get $value))

  ;; `$end` is that of the text. Returns where the module, which begins there, ends.
  (func (export "decode") (param $end i32) (result i32)
    (local $from i32) (local $to i32) (local $byte i32) (local $functions i32) (local $stream i32) (local $start i32)
    (local $size i32) (local $depth i32) (local $kind i32) (local $count i32)
    (local.set $to (local.tee $from (i32.const 1024)))
    (loop $character
      (local.set $byte (i32.load8_u (local.get $from)))
      (local.set $from (i32.add (local.get $from) (i32.const 1)))
      ;; `}` and `~` begin pairs.
      (if (i32.gt_u (local.get $byte) (i32.const 124))
        (then
          (local.set $byte
            (i32.add
              (i32.shl (i32.sub (local.get $byte) (i32.const 124)) (i32.const 7))
              (i32.load8_u (local.get $from))))
          (local.set $from (i32.add (local.get $from) (i32.const 1)))))
      (i32.store8 (local.get $to) (i32.load8_u (local.get $byte)))
      (local.set $to (i32.add (local.get $to) (i32.const 1)))
      (br_if $character (i32.lt_u (local.get $from) (local.get $end))))
    (local.set $size (local.get $to))

    ;; The number of functions, the size of what is before them, and those of the streams, as numbers of
    ;; four bytes.
    (local.set $functions (i32.load offset=1024 (i32.const 0)))
    (local.set $from (i32.load offset=1028 (i32.const 0)))
    (memory.copy (local.get $end) (i32.const 1060) (local.get $from))
    (local.set $to (i32.add (local.get $end) (local.get $from)))
    (local.set $from (i32.add (local.get $from) (i32.const 1060)))
    (loop $streams
      (i32.store offset=768 (local.get $stream) (local.get $from))
      (local.set $from (i32.add (local.get $from) (i32.load offset=1032 (local.get $stream))))
      (br_if $streams (i32.lt_u (local.tee $stream (i32.add (local.get $stream) (i32.const 4))) (i32.const 28))))
    ;; What is behind the functions.
    (local.set $end (local.get $from))
    (local.set $size (i32.sub (local.get $size) (local.get $from)))

    (loop $function
      ;; Its length is not known before.
      (local.set $to (local.tee $start (i32.add (local.get $to) (i32.const 5))))
      ;; The declarations of its variables: their number, and two numbers each.
      (local.set $count (i32.add (i32.shl (call $peek (i32.const 6)) (i32.const 1)) (i32.const 1)))
      (local.set $stream (i32.const 24))
      (local.set $depth (i32.const 1))
      (loop $operands
        ;; That many numbers of that stream.
        (local.set $from (i32.load offset=768 (local.get $stream)))
        (loop $byte
          (i32.store8 (local.get $to) (local.tee $byte (i32.load8_u (local.get $from))))
          (local.set $to (i32.add (local.get $to) (i32.const 1)))
          (local.set $from (i32.add (local.get $from) (i32.const 1)))
          (br_if $byte (local.tee $count (i32.sub (local.get $count) (i32.lt_u (local.get $byte) (i32.const 128))))))
        (i32.store offset=768 (local.get $stream) (local.get $from))

        (loop $instruction
          (local.set $byte (i32.load8_u (local.tee $from (i32.load offset=768 (i32.const 0)))))
          (i32.store offset=768 (i32.const 0) (i32.add (local.get $from) (i32.const 1)))
          (i32.store8 (local.get $to) (local.get $byte))
          (local.set $to (i32.add (local.get $to) (i32.const 1)))
          (local.set $kind (i32.load8_u offset=512 (local.get $byte)))
          ;; Without operands.
          (br_if $instruction (i32.eq (local.get $kind) (i32.const 7)))
          ;; One operand, in the stream of that number.
          (local.set $count (i32.const 1))
          (local.set $stream (i32.shl (local.get $kind) (i32.const 2)))
          (br_if $operands (i32.lt_u (local.get $kind) (i32.const 7)))
          ;; A load or store with the usual alignment, which is the rest of the kind.
          (local.set $stream (i32.const 8))
          (if (i32.lt_u (local.get $kind) (i32.const 12))
            (then
              (i32.store8 (local.get $to) (i32.sub (local.get $kind) (i32.const 8)))
              (local.set $to (i32.add (local.get $to) (i32.const 1)))
              (br $operands)))
          ;; One with another alignment.
          (if (i32.eq (local.get $kind) (i32.const 12))
            (then
              (i32.store8 (i32.sub (local.get $to) (i32.const 1)) (i32.sub (local.get $byte) (i32.const 0xb0)))
              (i32.store8 (local.get $to) (i32.load8_u (local.tee $from (i32.load offset=768 (i32.const 24)))))
              (i32.store offset=768 (i32.const 24) (i32.add (local.get $from) (i32.const 1)))
              (local.set $to (i32.add (local.get $to) (i32.const 1)))
              (br $operands)))
          ;; A block.
          (local.set $stream (i32.const 24))
          (if (i32.eq (local.get $kind) (i32.const 13))
            (then
              (local.set $depth (i32.add (local.get $depth) (i32.const 1)))
              (br $operands)))
          ;; An end.
          (if (i32.eq (local.get $kind) (i32.const 14))
            (then
              (br_if $instruction (local.tee $depth (i32.sub (local.get $depth) (i32.const 1)))))
            (else
              ;; A call through the table; copying (10) and filling (11), which have two operands and one.
              (local.set $count
                (select
                  (i32.const 2)
                  (i32.sub (i32.const 13) (call $peek (i32.const 6)))
                  (i32.eq (local.get $kind) (i32.const 15))))
              ;; A table of branches: their number, these, and one more.
              (if (i32.eq (local.get $kind) (i32.const 16))
                (then
                  (local.set $stream (i32.const 20))
                  (local.set $count (i32.add (call $peek (i32.const 5)) (i32.const 2)))))
              (br $operands)))))

      (local.set $from (local.get $start))
      (local.set $start (i32.sub (local.get $start) (i32.const 5)))
      (local.set $depth (local.tee $count (i32.sub (local.get $to) (local.get $from))))
      (loop $group
        (i32.store8 (local.get $start)
          (i32.or (local.get $depth) (i32.shl (i32.gt_u (local.get $depth) (i32.const 127)) (i32.const 7))))
        (local.set $start (i32.add (local.get $start) (i32.const 1)))
        (br_if $group (local.tee $depth (i32.shr_u (local.get $depth) (i32.const 7)))))
      (memory.copy (local.get $start) (local.get $from) (local.get $count))
      (local.set $to (i32.add (local.get $start) (local.get $count)))
      (br_if $function (local.tee $functions (i32.sub (local.get $functions) (i32.const 1)))))

    (memory.copy (local.get $to) (local.get $end) (local.get $size))
    (i32.add (local.get $to) (local.get $size))))
