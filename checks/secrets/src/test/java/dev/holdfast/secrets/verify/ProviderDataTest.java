package dev.holdfast.secrets.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.core.problem.UserProblem;
import dev.holdfast.secrets.engine.TokenRule;
import dev.holdfast.secrets.rule.RuleSet;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ProviderDataTest {
    private static final String GOOD =
            """
            - name: A
              rules: [secrets.a]
              form: 'a+'
              source: https://docs.a.test
              call: 'GET api.a.test/me'
              auth: bearer
              live: [200]
              live-if: {id: ['*']}
            """;

    @Test
    void namesOnlyRulesThatThereAre() {
        Set<String> known =
                RuleSet.all().rules().stream()
                        .map(TokenRule::info)
                        .map(info -> info.id().toString())
                        .collect(Collectors.toSet());
        for (Provider provider : ProviderSet.shipped().providers()) {
            for (String rule : provider.rules()) {
                assertTrue(known.contains(rule), rule);
            }
        }
    }

    @Test
    void givesEachRuleOneProvider() {
        Set<String> seen = new HashSet<>();
        ProviderSet.shipped()
                .providers()
                .forEach(each -> each.rules().forEach(rule -> assertTrue(seen.add(rule), rule)));
        assertTrue(seen.size() >= 70, "only " + seen.size());
    }

    @Test
    void namesASourceAndAHostForEach() {
        Pattern host = Pattern.compile("([a-z0-9-]+\\.)+[a-z]+");
        for (Provider provider : ProviderSet.shipped().providers()) {
            assertTrue(provider.source().startsWith("https://"), provider.name());
            String fixed = provider.under().orElse(provider.host());
            assertTrue(host.matcher(fixed).matches(), fixed);
        }
    }

    @Test
    void readsAGoodEntry() {
        assertEquals(1, read(GOOD));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "more: 1",
                "facts: {a: b, c: d, e: f, g: h, i: j, k: l}",
                "dead: [abc]",
                "dead: [401]",
                "dead-if: {id: [a]}",
                "dead: [500]",
                "also: [evil]",
                "also: ['https://evil.test']",
                "answer: text",
                "under: evil.test",
                "headers: [a]"
            })
    void refusesAnEntryWithAWordTooManyOrWrong(String line) {
        assertThrows(UserProblem.class, () -> read(GOOD + "  " + line + "\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"name", "rules", "form", "source", "call", "auth", "live"})
    void refusesAnEntryWithAWordTooFew(String key) {
        String less =
                GOOD.lines()
                        .map(line -> line.replaceFirst("^- " + key + ":.*", "- facts: {a: b}"))
                        .filter(line -> !line.startsWith("  " + key))
                        .collect(Collectors.joining("\n"));
        assertThrows(UserProblem.class, () -> read(less));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"DELETE api.a.test/me", "GET http://a.test/me", "GET {x}/me", "GET a.test"})
    void refusesACallThatIsNotPlain(String call) {
        assertThrows(UserProblem.class, () -> read(GOOD.replace("GET api.a.test/me", call)));
    }

    private static int read(String yaml) {
        return ProviderReader.read(yaml.getBytes(StandardCharsets.UTF_8), "p.yaml").size();
    }
}
