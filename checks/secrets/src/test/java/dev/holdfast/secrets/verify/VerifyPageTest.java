package dev.holdfast.secrets.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Keeps the page on {@code --verify} and the data the same; {@code -Dgolden=write} rewrites it. */
class VerifyPageTest {
    private static final Path PAGE =
            Path.of(System.getProperty("basedir", ".")).resolve("../../docs/secrets-verify.md");
    private static final String BEGIN = "<!-- providers: begin -->\n";
    private static final String END = "<!-- providers: end -->\n";

    @Test
    void tableAndDataAreTheSame() throws IOException {
        String page = Files.readString(PAGE);
        int begin = page.indexOf(BEGIN) + BEGIN.length();
        int end = page.indexOf(END);
        assertTrue(begin >= BEGIN.length() && end >= begin, "the marks are gone");
        String table = table();
        if ("write".equals(System.getProperty("golden"))) {
            Files.writeString(PAGE, page.substring(0, begin) + table + page.substring(end));
        } else {
            assertEquals(table, page.substring(begin, end), "-Dgolden=write writes it");
        }
    }

    private static String table() {
        List<Provider> providers =
                ProviderSet.shipped().providers().stream()
                        .sorted(Comparator.comparing(each -> each.name().toLowerCase(Locale.ROOT)))
                        .toList();
        StringBuilder table = new StringBuilder();
        table.append(providers.size()).append(" kinds of keys:\n\n");
        table.append("| Provider | Rules | Call | Needs | Dead |\n|---|---|---|---|---|\n");
        for (Provider each : providers) {
            table.append("| ")
                    .append(
                            String.join(
                                    " | ",
                                    "[" + each.name() + "](" + each.source() + ")",
                                    rules(each),
                                    call(each),
                                    String.join(", ", needs(each)),
                                    each.dead().statuses().isEmpty() ? "no" : "yes"))
                    .append(" |\n");
        }
        return table.toString();
    }

    private static String rules(Provider provider) {
        return provider.rules().stream()
                .sorted()
                .map(rule -> "`" + rule + "`")
                .collect(Collectors.joining(", "));
    }

    private static String call(Provider provider) {
        String call = "`" + provider.method() + " " + provider.host() + provider.path() + "`";
        String also =
                provider.also().stream()
                        .map(host -> "`" + host + "`")
                        .collect(Collectors.joining(", "));
        String allowed =
                provider.under().map(suffix -> ", allowed as `*." + suffix + "`").orElse("");
        return call + (also.isEmpty() ? "" : ", also at " + also) + allowed;
    }

    private static List<String> needs(Provider provider) {
        List<String> needs = new ArrayList<>();
        Stream.of(provider.parts(), provider.companions())
                .flatMap(each -> each.keySet().stream())
                .sorted()
                .forEach(name ->
                        needs.add(
                                name.equals("half")
                                        ? "its other half near it"
                                        : "a " + name + "'s host near it"));
        provider.claims().keySet().stream().sorted().forEach(name -> needs.add("its own " + name));
        return needs;
    }
}
