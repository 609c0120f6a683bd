package dev.holdfast.secrets.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExposureRulesTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path root;

    private Exposure of(String output, String file) throws IOException {
        Path folder = root.resolve(output);
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, "");
        return new ExposureRules(folder).of(path);
    }

    @Test
    void nextServesItsStaticFilesAndPrerenderedPages() throws IOException {
        assertEquals(Exposure.SERVED, of(".next", "static/chunks/a.js"));
        assertEquals(Exposure.MAP, of(".next", "static/chunks/a.js.map"));
        assertEquals(Exposure.SERVED, of(".next", "server/app/index.html"));
        assertEquals(Exposure.SERVED, of(".next", "server/app/index.rsc"));
        assertEquals(Exposure.SERVED, of(".next", "server/app/a.segments/b.segment.rsc"));
        assertEquals(Exposure.SERVED, of(".next", "server/pages/a.json"));
        assertEquals(Exposure.SERVER, of(".next", "server/pages/a.nft.json"));
        assertEquals(Exposure.SERVER, of(".next", "server/chunks/ssr/a.js"));
        assertEquals(Exposure.SERVER, of(".next", "server/chunks/ssr/a.js.map"));
        assertEquals(Exposure.SERVER, of(".next", "required-server-files.json"));
        assertEquals(Exposure.SERVED, of("app/.next", "static/chunks/a.js"));
    }

    @Test
    void aServerFolderBesideAClientFolderOfTheOutputIsNotServed() throws IOException {
        assertEquals(Exposure.SERVED, of("build", "client/assets/a.js"));
        assertEquals(Exposure.SERVER, of("build", "server/index.js"));
        assertEquals(Exposure.SERVER, of("build", "server/index.js.map"));
        assertEquals(Exposure.SERVER, of(".output", "server/chunks/a.mjs"));
        assertEquals(Exposure.SERVED, of(".output", "public/a.js"));
    }

    @Test
    void aServerFolderAloneCountsAsServed() throws IOException {
        assertEquals(Exposure.SERVED, of("dist", "server/a.js"));
    }

    @Test
    void foldersAboveTheOutputSayNothing() throws IOException {
        assertEquals(Exposure.SERVED, of("packages/client/dist", "a.js"));
        assertEquals(Exposure.SERVED, of("packages/server/public", "a.js"));
    }

    @Test
    void theOutputsOwnNameCountsWhereverItLies() throws IOException {
        assertEquals(Exposure.SERVER, of(".next", "server/middleware.js"));
        assertEquals(Exposure.SERVED, of(".next/static", "chunks/b.js"));
    }

    @Test
    void pagesInFoldersOfThatNameAreServed() throws IOException {
        assertEquals(Exposure.SERVED, of("build", "docs/client/index.html"));
        assertEquals(Exposure.SERVED, of("build", "docs/server/index.html"));
        assertEquals(Exposure.SERVED, of("build", "docs/server/app.js"));
        assertEquals(Exposure.SERVED, of("site", "static/a.js"));
        assertEquals(Exposure.SERVED, of("site", "server/start/index.html"));
        assertEquals(Exposure.SERVED, of("site", "server/start/a.js"));
    }

    @Test
    void programsOfFrameworksAreNotServed() throws IOException {
        assertEquals(Exposure.SERVED, of("dist", "shop/browser/a.js"));
        assertEquals(Exposure.SERVER, of("dist", "shop/server/server.mjs"));
        assertEquals(Exposure.SERVER, of("dist", "shop/server/index.server.html"));
        assertEquals(Exposure.SERVED, of(".svelte-kit", "output/client/a.js"));
        assertEquals(Exposure.SERVER, of(".svelte-kit", "output/server/index.js"));
        assertEquals(Exposure.SERVER, of(".svelte-kit", "output/server/chunks/a.js"));
        assertEquals(Exposure.SERVED, of("out", "client/a.js"));
        assertEquals(Exposure.SERVER, of("out", "server/edge/index.js"));
    }

    @Test
    void mapsAreMapsWhateverTheirCase() throws IOException {
        assertEquals(Exposure.MAP, of("dist", "A.JS.MAP"));
        assertEquals(Exposure.MAP, of("dist", "a.js.map.BR"));
        assertEquals(Exposure.SERVED, of("dist", "a.map.js"));
    }

    @Test
    void aProgramServesWhatLiesBesidePagesAndInItsPublicFolders() throws IOException {
        assertEquals(Exposure.SERVER, ofProgram("main.js"));
        assertEquals(Exposure.SERVER, ofProgram("orders/orders.service.js.map"));
        assertEquals(Exposure.SERVED, ofProgram("public/app.js"));
        assertEquals(Exposure.SERVED, ofProgram("style.css"));
        assertEquals(Exposure.SERVED, ofProgram("shop/index.html"));
        assertEquals(Exposure.SERVED, ofProgram("shop/chunks/app.js"));
        assertEquals(Exposure.SERVED, of("dist", "main.js"));
    }

    private Exposure ofProgram(String file) throws IOException {
        of("dist", file);
        Path output = root.resolve("dist");
        return ExposureRules.ofProgram(output).of(output.resolve(file));
    }
}
