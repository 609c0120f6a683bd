package dev.holdfast.core.waiver;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Why a finding is accepted. */
public enum WaiverKind {
    /** The check is wrong here. */
    FALSE_POSITIVE,
    /** The finding is right, and somebody bears it. */
    ACCEPTED_RISK,
    /** Something else keeps the harm away. */
    COMPENSATING_CONTROL,
    /** The rule does not concern this place. */
    NOT_APPLICABLE,
    /** The value was made for tests. */
    TEST_DATA;

    /** The word used in waiver files. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static List<String> words() {
        return Arrays.stream(values()).map(WaiverKind::word).toList();
    }

    /** The kind of a word that the file's shape has let pass. */
    static WaiverKind ofWord(String word) {
        return Arrays.stream(values())
                .filter(kind -> kind.word().equals(word))
                .findFirst()
                .orElseThrow();
    }
}
