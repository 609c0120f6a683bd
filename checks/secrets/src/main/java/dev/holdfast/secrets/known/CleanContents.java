package dev.holdfast.secrets.known;

import dev.holdfast.core.history.Survey;
import java.io.IOException;
import java.util.BitSet;

/**
 * Remembers from one run to the next which contents were looked at to the end and hold nothing. A
 * content's name says what it holds, so it is clean for as long as the same is looked for.
 */
public interface CleanContents {

    /**
     * Which numbers of a survey are known to be clean.
     *
     * @throws NotUsable when nothing can be known, and why
     * @throws IOException when what was remembered cannot be read
     */
    BitSet of(Survey survey) throws IOException;

    /**
     * Remembers these numbers of a survey, and nothing else.
     *
     * @throws IOException when it cannot be written
     */
    void remember(Survey survey, BitSet clean) throws IOException;

    /** Remembers nothing, because that is asked for. */
    static CleanContents none() {
        return none("what earlier runs know was not asked");
    }

    /** Remembers nothing, for a reason. */
    static CleanContents none(String why) {
        return new CleanContents() {

            @Override
            public BitSet of(Survey survey) throws NotUsable {
                throw new NotUsable(why);
            }

            @Override
            public void remember(Survey survey, BitSet clean) {
                // Nothing was asked for.
            }
        };
    }
}
