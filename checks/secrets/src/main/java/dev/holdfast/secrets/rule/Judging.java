package dev.holdfast.secrets.rule;

import dev.holdfast.core.result.Severity;
import dev.holdfast.secrets.engine.Assessment;
import dev.holdfast.secrets.engine.Latin1;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The judges that rules name: what a form alone cannot say of a token. */
enum Judging {
    /**
     * "OpenAI" in base64 stands in every key of theirs that is known. Without it a token may be a
     * key of a form to come, or the name of a style sheet's class.
     */
    OPENAI("openai") {
        @Override
        @Nullable Assessment judge(Kind kind, byte[] bytes, int length, int start, int end) {
            if (Latin1.find(bytes, start, end, "T3BlbkFJ") >= 0) {
                return kind.leaked(kind.severity(), Map.of("mark", true));
            }
            return Mixture.of(bytes, start + 9, end, 4)
                    ? kind.leaked(Severity.HIGH, Map.of("mark", false))
                    : null;
        }
    },
    /**
     * Google's keys are the same for a web application's public configuration (Firebase says that
     * they identify and do not authorise) and for services that bill; what stands around tells.
     */
    GOOGLE_API_KEY("google-api-key") {
        @Override
        Assessment judge(Kind kind, byte[] bytes, int length, int start, int end) {
            return FirebaseConfiguration.holds(bytes, length, start, end)
                    ? kind.open(Map.of("firebase", true))
                    : kind.leaked(kind.severity(), Map.of("firebase", false));
        }
    };

    private final String word;

    Judging(String word) {
        this.word = word;
    }

    /** As rules name it. */
    String word() {
        return word;
    }

    /** As {@link Judge} has it. */
    abstract @Nullable Assessment judge(Kind kind, byte[] bytes, int length, int start, int end);
}
