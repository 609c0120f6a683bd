package dev.holdfast.secrets.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.secrets.fixture.MapWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class EvalModulesTest {

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void readsTheTextOfAModuleAndPlacesInIt() {
        for (long seed = 1; seed <= 200; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            List<String> alphabet =
                    List.of("a", "\n", "\t", "\"", "\\", "é", "🏮", "'", ")", "eval(");
            StringBuilder before = new StringBuilder();
            for (int i = random.nextInt(60); i > 0; i--) {
                before.append(alphabet.get(random.nextInt(alphabet.size())));
            }
            String text = before + "@here@" + before;
            String file = "x\neval(" + MapWriter.json(text) + ");\neval(\"other\")";
            long offset = bytes(file.substring(0, file.indexOf("@here@"))).length;

            List<EvalModules.Module> modules = EvalModules.in(bytes(file), List.of(offset));

            assertEquals(1, modules.size(), "seed " + seed);
            EvalModules.Module module = modules.getFirst();
            assertEquals(text, new String(module.text(), StandardCharsets.UTF_8), "seed " + seed);
            assertEquals(
                    Map.of(offset, bytes(before.toString()).length),
                    module.places(),
                    "seed " + seed);
        }
    }

    @Test
    void findsEveryModuleThatCarriesAMap() {
        String link = "\\n//# sourceMappingURL=data:application/json;base64,e30=\\n";
        String file =
                "eval(\"one"
                        + link
                        + "\");\neval(\"two\");\neval(__webpack_require__.ts(\"three"
                        + link
                        + "\"));";

        List<EvalModules.Module> modules = EvalModules.in(bytes(file), List.of());

        assertEquals(2, modules.size());
        MapLink last = modules.getLast().link().orElseThrow();
        assertEquals(file.lastIndexOf("data:"), last.offset());
        assertEquals(file.lastIndexOf("e30=") + 4, last.end());
    }

    @Test
    void takesNoCallWithoutAStringForAModule() {
        String file = "eval(code);\nmedieval(\"x\n\");\nretrieval('@here@";

        assertEquals(
                List.of(), EvalModules.in(bytes(file), List.of((long) file.indexOf("@here@"))));
    }
}
