package dev.holdfast.secrets.rule;

import static dev.holdfast.core.result.Severity.CRITICAL;
import static dev.holdfast.core.result.Severity.HIGH;

import dev.holdfast.secrets.engine.Assessment;
import dev.holdfast.secrets.engine.Bytes;
import dev.holdfast.secrets.engine.Latin1;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keys of OpenAI. */
final class OpenAiRules {
    private static final String KEYS = "https://platform.openai.com/api-keys";
    // "OpenAI" in base64; it stands inside every key of theirs that is known.
    private static final String MARK = "T3BlbkFJ";

    private OpenAiRules() {}

    static List<PrefixRule> all() {
        Kind kind =
                new Kind(
                        "openai-api-key",
                        "OpenAI API key",
                        "OpenAI",
                        CRITICAL,
                        "spends the account's money and reads what it stored",
                        KEYS);
        Kind first =
                new Kind(
                        "openai-legacy-key",
                        "OpenAI API key of the first form",
                        "OpenAI",
                        CRITICAL,
                        "spends the account's money",
                        KEYS);
        return List.of(
                PrefixRule.of(kind, forms())
                        .judgedBy(
                                (bytes, length, start, end) -> judge(kind, bytes, start, end),
                                "high without the mark T3BlbkFJ"),
                PrefixRule.of(
                        first, Shape.of(Bytes.BASE62, 20).then(MARK, Bytes.BASE62, 20), "sk-"));
    }

    /** The known forms, with as much before the mark as behind it, and then any other. */
    private static Form[] forms() {
        List<Form> forms = new ArrayList<>();
        for (String prefix : List.of("sk-proj-", "sk-svcacct-", "sk-admin-")) {
            for (int half : new int[] {74, 58, 20}) {
                Shape marked = Shape.of(Bytes.BASE64URL, half).then(MARK, Bytes.BASE64URL, half);
                forms.add(Form.of(prefix, marked));
            }
            forms.add(Form.of(prefix, Shape.of(Bytes.BASE64URL, 40, 200)));
        }
        return forms.toArray(Form[]::new);
    }

    /** Without the mark it may be a key of a form to come, or the name of a style sheet's class. */
    private static @Nullable Assessment judge(Kind kind, byte[] bytes, int start, int end) {
        if (Latin1.find(bytes, start, end, MARK) >= 0) {
            return kind.leaked(CRITICAL, Map.of("mark", true));
        }
        return Mixture.of(bytes, start + 9, end, 4)
                ? kind.leaked(HIGH, Map.of("mark", false))
                : null;
    }
}
