package dev.holdfast.secrets.scan;

import dev.holdfast.core.history.Survey;
import dev.holdfast.secrets.known.CleanContents;
import dev.holdfast.secrets.known.NotUsable;
import java.io.IOException;
import java.util.BitSet;

/**
 * What one run knows from earlier ones, and leaves to later ones. When that cannot be read or
 * written, everything is looked at, and nothing else changes.
 *
 * @param known contents that are known to be clean
 * @param said why nothing is known, as an end of a sentence; empty when something is
 */
record Memory(CleanContents clean, Survey survey, BitSet known, String said) {

    static Memory recall(CleanContents clean, Survey survey) {
        try {
            return new Memory(clean, survey, clean.of(survey), "");
        } catch (NotUsable why) {
            return new Memory(clean, survey, new BitSet(), "; " + why.getMessage());
        } catch (IOException unreadable) {
            return new Memory(
                    clean,
                    survey,
                    new BitSet(),
                    "; what an earlier run left cannot be read, so all was looked at");
        }
    }

    /** Leaves it to later runs; when that fails, says so as an end of a sentence. */
    String keep(BitSet now) {
        if (now.equals(known)) {
            return "";
        }
        try {
            clean.remember(survey, now);
            return "";
        } catch (IOException unwritable) {
            return "; what is clean cannot be kept for a later run";
        }
    }
}
