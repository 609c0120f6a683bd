package dev.holdfast.templates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TemplatesTest {
    private final Templates init = Templates.in("init");

    @Test
    void namesEveryTemplateOfTheFolder() throws IOException, URISyntaxException {
        URI index = Objects.requireNonNull(Templates.class.getResource("init/names.txt")).toURI();
        try (Stream<Path> files = Files.list(Path.of(index).resolveSibling(""))) {
            List<String> there =
                    files.map(file -> String.valueOf(file.getFileName()))
                            .filter(name -> !name.equals("names.txt"))
                            .sorted()
                            .toList();
            assertEquals(there, init.names());
        }
    }

    @Test
    void opensEveryTemplate() throws IOException {
        for (String name : init.names()) {
            try (InputStream in = init.open(name)) {
                String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                assertTrue(text.endsWith("\n"), name + " ends with a line feed");
                assertFalse(text.contains("\r") || text.contains("\t"), name);
                assertFalse(text.lines().anyMatch(line -> line.endsWith(" ")), name);
            }
        }
    }

    @Test
    void fillsATemplate() {
        String filled = init.fill("workflow-node-version-file.yml", Map.of("file", "'.nvmrc'"));

        assertEquals("node-version-file: '.nvmrc'\n", filled);
    }

    @Test
    void refusesAnUnknownTemplate() {
        assertThrows(IllegalArgumentException.class, () -> init.open("missing.yml"));
        assertThrows(IllegalArgumentException.class, () -> init.open("names.txt"));
        assertThrows(IllegalArgumentException.class, () -> init.open("../Templates.class"));
        assertThrows(IllegalArgumentException.class, () -> init.fill("missing.yml", Map.of()));
    }

    @Test
    void refusesAnUnknownFolder() {
        assertThrows(IllegalArgumentException.class, () -> Templates.in("nowhere"));
    }
}
