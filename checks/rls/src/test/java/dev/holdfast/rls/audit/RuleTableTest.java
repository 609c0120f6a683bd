package dev.holdfast.rls.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.core.check.CheckInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RuleTableTest {
    private static final Path PAGE = Path.of("..", "..", "docs", "rls-audit.md");

    @Test
    void tellsEveryRuleInThePage() throws IOException {
        String page = Files.readString(PAGE);
        List<String> lines =
                Rules.explanations().stream()
                        .filter(each -> !page.contains(line(each)))
                        .map(RuleTableTest::line)
                        .toList();
        assertEquals(List.of(), lines, "lines that docs/rls-audit.md lacks");
    }

    private static String line(CheckInfo info) {
        return "| `%s` | %s | %s |".formatted(info.id(), info.severity().word(), info.meaning());
    }

    @Test
    void tellsWhatBecomesOfEveryPitfall() throws IOException {
        List<Integer> numbers =
                Pattern.compile("(?m)^\\| (\\d+) \\|")
                        .matcher(Files.readString(PAGE))
                        .results()
                        .map((MatchResult each) -> Integer.valueOf(each.group(1)))
                        .toList();
        assertEquals(
                IntStream.rangeClosed(1, 41).boxed().toList(), List.copyOf(new TreeSet<>(numbers)));
    }
}
