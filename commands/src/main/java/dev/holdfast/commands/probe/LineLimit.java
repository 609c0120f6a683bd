package dev.holdfast.commands.probe;

import dev.holdfast.core.problem.UserProblem;
import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** A file of lines, none of which may be so long that it fills the memory. */
final class LineLimit extends FilterReader {
    /** A body of a mebibyte with every letter escaped has six times as many. */
    private static final int LONGEST = 16 * 1024 * 1024;

    private final String file;
    private long line = 1;
    private int length;

    /**
     * The same letters.
     *
     * @param file as its user knows it
     */
    LineLimit(Reader letters, String file) {
        super(letters);
        this.file = file;
    }

    @Override
    public int read() throws IOException {
        int letter = super.read();
        if (letter >= 0) {
            take((char) letter);
        }
        return letter;
    }

    @Override
    public int read(char[] target, int from, int most) throws IOException {
        int got = super.read(target, from, most);
        for (int i = from; i < from + got; i++) {
            take(target[i]);
        }
        return got;
    }

    private void take(char letter) {
        length = letter == '\n' ? 0 : length + 1;
        line += letter == '\n' ? 1 : 0;
        if (length > LONGEST) {
            throw new UserProblem(
                    file + ":" + line + ": a line of more than " + LONGEST + " letters",
                    "give JSON lines, one object on each (docs/probes.md)");
        }
    }
}
