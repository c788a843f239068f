package io.jobdeck.scheduler.insight;

import java.nio.ByteBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.CharBuffer;
import java.util.Arrays;

/**
 * Some bytes of a file.
 *
 * @param offset where they begin; less than asked for if the file has become shorter than that
 * @param bytes not copied; not to be changed
 * @param size of the whole file at the time, in bytes
 */
public record FilePart(long offset, byte[] bytes, long size) {

    private static final int LONGEST_CHARACTER = 4;

    /** Returns where the next part begins. */
    public long end() {
        return offset + bytes.length;
    }

    /** Returns whether the bytes are no text in UTF-8; a character that is cut at either end is none's fault. */
    public boolean isBinary() {
        int first = 0;
        while (first < Math.min(bytes.length, LONGEST_CHARACTER - 1) && isContinuation(bytes[first])) {
            first++;
        }
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer text = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(ByteBuffer.wrap(bytes, first, bytes.length - first), text, false);
        return result.isError() || text.flip().chars().anyMatch(character -> character == 0);
    }

    private static boolean isContinuation(byte value) {
        return (value & 0xC0) == 0x80;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FilePart part && offset == part.offset && size == part.size && Arrays.equals(bytes, part.bytes);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(offset) * 31 + Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "FilePart[%d bytes at %d of %d]".formatted(bytes.length, offset, size);
    }
}
