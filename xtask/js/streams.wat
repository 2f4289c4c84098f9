;; Decodes a module: its text into bytes, in place, and these into the module behind them.
;; `xtask/js/streams.mjs` encodes it, and writes the table of instructions into this module.
(module
  ;; From 0: for each character its place in the alphabet. From 128: for each place the byte. From 512:
  ;; for each instruction its kind. From 768: for each stream where it goes on. From 1024: the text.
  (memory (export "memory") 1)

  ;; Where the module goes on.
  (global $at (mut i32) (i32.const 0))

  (func $put (param $byte i32)
    (i32.store8 (global.get $at) (local.get $byte))
    (global.set $at (i32.add (global.get $at) (i32.const 1))))

  ;; Appends what is somewhere else.
  (func $append (param $from i32) (param $size i32)
    (memory.copy (global.get $at) (local.get $from) (local.get $size))
    (global.set $at (i32.add (global.get $at) (local.get $size))))

  ;; The next byte of a stream.
  (func $next (param $stream i32) (result i32)
    (local $place i32)
    (local.set $stream (i32.shl (local.get $stream) (i32.const 2)))
    (local.set $place (i32.load offset=768 (local.get $stream)))
    (i32.store offset=768 (local.get $stream) (i32.add (local.get $place) (i32.const 1)))
    (i32.load8_u (local.get $place)))

  ;; Copies a number in groups of seven bits.
  (func $copy (param $stream i32) (result i32)
    (local $byte i32) (local $value i32) (local $shift i32)
    (loop $group
      (call $put (local.tee $byte (call $next (local.get $stream))))
      (local.set $value (i32.or (local.get $value) (i32.shl (i32.and (local.get $byte) (i32.const 127)) (local.get $shift))))
      (local.set $shift (i32.add (local.get $shift) (i32.const 7)))
      (br_if $group (i32.gt_u (local.get $byte) (i32.const 127))))
    (local.get $value))

  ;; Copies several numbers.
  (func $copy_all (param $stream i32) (param $count i32)
    (loop $number
      (if (local.get $count)
        (then
          (drop (call $copy (local.get $stream)))
          (local.set $count (i32.sub (local.get $count) (i32.const 1)))
          (br $number)))))

  ;; The declarations of a function's variables, two numbers each, and its instructions.
  (func $body
    (local $depth i32) (local $code i32) (local $kind i32)
    (call $copy_all (i32.const 6) (i32.shl (call $copy (i32.const 6)) (i32.const 1)))
    (local.set $depth (i32.const 1))
    (loop $instruction
      (local.set $kind (i32.load8_u offset=512 (local.tee $code (call $next (i32.const 0)))))
      (call $put (i32.sub (local.get $code) (i32.mul (i32.const 0xb0) (i32.eq (local.get $kind) (i32.const 12)))))
      (block $done
        ;; One operand, in the stream of that number.
        (if (i32.lt_u (local.get $kind) (i32.const 7))
          (then (drop (call $copy (local.get $kind))) (br $done)))
        ;; None.
        (br_if $done (i32.eq (local.get $kind) (i32.const 7)))
        ;; A load or store with the usual alignment, which is the rest of the kind.
        (if (i32.lt_u (local.get $kind) (i32.const 12))
          (then
            (call $put (i32.sub (local.get $kind) (i32.const 8)))
            (drop (call $copy (i32.const 2)))
            (br $done)))
        ;; One with another alignment.
        (if (i32.eq (local.get $kind) (i32.const 12))
          (then
            (drop (call $copy (i32.const 6)))
            (drop (call $copy (i32.const 2)))
            (br $done)))
        ;; A block, and an end.
        (if (i32.eq (local.get $kind) (i32.const 13))
          (then
            (drop (call $copy (i32.const 6)))
            (local.set $depth (i32.add (local.get $depth) (i32.const 1)))
            (br $done)))
        (if (i32.eq (local.get $kind) (i32.const 14))
          (then
            (local.set $depth (i32.sub (local.get $depth) (i32.const 1)))
            (br $done)))
        ;; A call through the table.
        (if (i32.eq (local.get $kind) (i32.const 15))
          (then (call $copy_all (i32.const 6) (i32.const 2)) (br $done)))
        ;; A table of branches: their number, these, and one more.
        (if (i32.eq (local.get $kind) (i32.const 16))
          (then
            (call $copy_all (i32.const 5) (i32.add (call $copy (i32.const 5)) (i32.const 1)))
            (br $done)))
        ;; Copying (10) has two operands, filling (11) one.
        (call $copy_all (i32.const 6) (i32.sub (i32.const 12) (call $copy (i32.const 6)))))
      (br_if $instruction (local.get $depth))))

  ;; A function with its length, which is not known before.
  (func $function
    (local $start i32) (local $size i32) (local $rest i32)
    (local.set $start (i32.add (global.get $at) (i32.const 5)))
    (global.set $at (local.get $start))
    (call $body)
    (local.set $rest (local.tee $size (i32.sub (global.get $at) (local.get $start))))
    (global.set $at (i32.sub (local.get $start) (i32.const 5)))
    (loop $group
      (if (i32.gt_u (local.get $rest) (i32.const 127))
        (then
          (call $put (i32.or (local.get $rest) (i32.const 128)))
          (local.set $rest (i32.shr_u (local.get $rest) (i32.const 7)))
          (br $group))))
    (call $put (local.get $rest))
    (call $append (local.get $start) (local.get $size)))

  ;; `$end` is that of the text. Returns where the module, which begins there, ends.
  (func (export "decode") (param $end i32) (result i32)
    (local $from i32) (local $to i32) (local $place i32) (local $functions i32) (local $stream i32)
    (local.set $to (local.tee $from (i32.const 1024)))
    (loop $character
      (local.set $place (i32.load8_u (i32.load8_u (local.get $from))))
      (local.set $from (i32.add (local.get $from) (i32.const 1)))
      ;; The first of two characters.
      (if (i32.gt_u (local.get $place) (i32.const 85))
        (then
          (local.set $place
            (i32.add
              (i32.add (i32.const 86) (i32.mul (i32.sub (local.get $place) (i32.const 86)) (i32.const 88)))
              (i32.load8_u (i32.load8_u (local.get $from)))))
          (local.set $from (i32.add (local.get $from) (i32.const 1)))))
      (i32.store8 (local.get $to) (i32.load8_u offset=128 (local.get $place)))
      (local.set $to (i32.add (local.get $to) (i32.const 1)))
      (br_if $character (i32.lt_u (local.get $from) (local.get $end))))

    ;; The number of functions, the size of what is before them, and those of the streams, as numbers of
    ;; four bytes.
    (global.set $at (local.get $end))
    (local.set $functions (i32.load offset=1024 (i32.const 0)))
    (local.set $from (i32.load offset=1028 (i32.const 0)))
    (call $append (i32.const 1060) (local.get $from))
    (local.set $from (i32.add (local.get $from) (i32.const 1060)))
    (loop $streams
      (i32.store offset=768 (local.get $stream) (local.get $from))
      (local.set $from (i32.add (local.get $from) (i32.load offset=1032 (local.get $stream))))
      (br_if $streams (i32.lt_u (local.tee $stream (i32.add (local.get $stream) (i32.const 4))) (i32.const 28))))
    (loop $each
      (call $function)
      (br_if $each (local.tee $functions (i32.sub (local.get $functions) (i32.const 1)))))
    ;; What is behind the functions.
    (call $append (local.get $from) (i32.sub (local.get $to) (local.get $from)))
    (global.get $at)))
