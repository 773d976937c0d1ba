package org.suyuan.codes;

import java.util.Optional;

/**
 * A serial that could be ours by its looks: 16 digits, the first two a key version.
 *
 * @param permuted the other 14
 */
record SerialShape(int keyVersion, long permuted) {
    static final int DIGITS = 16;

    static Optional<SerialShape> of(String serial) {
        if (!SerialDigits.areDigits(serial, DIGITS) || serial.charAt(0) == '0') {
            return Optional.empty();
        }
        return Optional.of(
                new SerialShape((int) SerialDigits.number(serial, 0, 2), SerialDigits.number(serial, 2, DIGITS)));
    }
}
