package dev.holdfast.secrets.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What proxies, portals and gateways may answer proves nothing about any provider's key. */
final class JudgementTest {
    private static final List<String> NAMES =
            List.of("status", "message", "error", "code", "success", "detail", "reason", "title");
    private static final List<String> WORDS =
            List.of("\"ok\"", "\"denied\"", "true", "false", "null", "0", "401", "403", "\"\"");
    private static final List<Integer> STATUSES = List.of(200, 201, 204, 400, 401, 403, 404, 407);

    static Stream<Arguments> providers() {
        return ProviderSet.shipped().providers().stream()
                .map(each -> argumentSet(each.name(), each));
    }

    @ParameterizedTest
    @MethodSource("providers")
    void answersOfSomebodyElseProveNothing(Provider provider) {
        Random random = new Random(7);
        for (int i = 0; i < 500; i++) {
            int status = STATUSES.get(random.nextInt(STATUSES.size()));
            String body = object(random, 0);
            Answer answer =
                    new Answer(
                            status,
                            Map.of("content-type", "application/json"),
                            body.getBytes(StandardCharsets.UTF_8));
            Judgement found = Judgement.of(provider, answer);
            assertEquals(State.UNKNOWN, found.state(), () -> status + " " + body);
        }
    }

    private static String object(Random random, int depth) {
        StringBuilder object = new StringBuilder("{");
        int members = random.nextInt(4);
        for (int i = 0; i < members; i++) {
            object.append(i == 0 ? "" : ",")
                    .append('"')
                    .append(NAMES.get(random.nextInt(NAMES.size())))
                    .append("\":")
                    .append(
                            depth < 2 && random.nextBoolean()
                                    ? object(random, depth + 1)
                                    : WORDS.get(random.nextInt(WORDS.size())));
        }
        return object.append('}').toString();
    }
}
