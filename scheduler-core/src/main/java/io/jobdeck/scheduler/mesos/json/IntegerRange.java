package io.jobdeck.scheduler.mesos.json;

import com.google.protobuf.Descriptors.FieldDescriptor;
import java.math.BigDecimal;
import java.math.BigInteger;

/** The integers that a protobuf type can hold, and how Java boxes them. */
enum IntegerRange {
    SIGNED_32(-1, 31),
    UNSIGNED_32(0, 32),
    SIGNED_64(-1, 63),
    UNSIGNED_64(0, 64);

    private final BigDecimal first;
    private final BigDecimal limit;
    private final int bits;

    IntegerRange(int sign, int bits) {
        this.limit = new BigDecimal(BigInteger.ONE.shiftLeft(bits));
        this.first = limit.multiply(BigDecimal.valueOf(sign));
        this.bits = bits;
    }

    static IntegerRange of(FieldDescriptor.Type type) {
        return switch (type) {
            case UINT32, FIXED32 -> UNSIGNED_32;
            case UINT64, FIXED64 -> UNSIGNED_64;
            case INT64, SINT64, SFIXED64 -> SIGNED_64;
            default -> SIGNED_32;
        };
    }

    boolean contains(BigDecimal value) {
        return value.compareTo(first) >= 0 && value.compareTo(limit) < 0;
    }

    /** Returns {@code value} without its fraction, unsigned ones in two's complement as the protobuf classes want them. */
    Number boxed(BigDecimal value) {
        if (bits > Integer.SIZE) {
            return value.longValue();
        }
        return value.intValue();
    }
}
