package dev.holdfast.git.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.git.GitProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GapTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private GitProgram git;

    @BeforeEach
    void threeCommits() throws IOException {
        git = GitProgram.init(folder.resolve("repository"));
        git.write("a.txt", "first");
        git.write("b/c.txt", "below");
        git.commit("one");
        git.write("a.txt", "second");
        git.commit("two");
        git.write("a.txt", "third");
        git.commit("three");
    }

    private Path repository() {
        return git.folder();
    }

    private Path loose(String name) {
        return git.objects().resolve(name.substring(0, 2)).resolve(name.substring(2));
    }

    private String lose(String revision) throws IOException {
        String name = git.line("rev-parse", revision);
        Files.delete(loose(name));
        return name;
    }

    private void overwrite(Path file, byte[] bytes) throws IOException {
        assertTrue(file.toFile().setWritable(true));
        Files.write(file, bytes);
    }

    @Test
    void aWholeRepositoryHasNone() throws IOException, InterruptedException {
        Surveyed surveyed = Surveyed.all(repository());
        assertEquals(Set.of("first", "second", "third", "below"), surveyed.texts());
        assertEquals(List.of(), surveyed.gaps());
        assertEquals(List.of(), surveyed.unreadable());
    }

    @Test
    void eachMissingObjectIsOne() throws IOException, InterruptedException {
        String blob = lose("HEAD~1:a.txt");
        String tree = lose("HEAD:b");
        Surveyed surveyed = Surveyed.head(repository());
        assertEquals(Set.of("first", "third"), surveyed.texts());
        String why = " is missing from the repository";
        assertEquals(List.of(blob + why, tree + why).stream().sorted().toList(), surveyed.gaps());
    }

    @Test
    void aMissingCommitHidesWhatLiesBehindIt() throws IOException, InterruptedException {
        String commit = lose("HEAD~1");
        Surveyed surveyed = Surveyed.head(repository());
        assertEquals(Set.of("third", "below"), surveyed.texts());
        assertEquals(List.of(commit + " is missing from the repository"), surveyed.gaps());
    }

    @Test
    void whatOnlyOtherBranchesMissIsNoneOfHead() throws IOException, InterruptedException {
        git.run("checkout", "-q", "-b", "side");
        git.write("a.txt", "on a branch");
        git.commit("four");
        String blob = lose("HEAD:a.txt");
        git.run("symbolic-ref", "HEAD", "refs/heads/main");
        assertEquals(List.of(), Surveyed.head(repository()).gaps());
        assertEquals(
                List.of(blob + " is missing from the repository"),
                Surveyed.all(repository()).gaps());
    }

    @Test
    void aBrokenLooseObjectIsSaidOnce() throws IOException, InterruptedException {
        String blob = git.line("rev-parse", "HEAD~1:a.txt");
        overwrite(loose(blob), new byte[] {1, 2, 3});
        String commit = git.line("rev-parse", "HEAD~2");
        byte[] bytes = Files.readAllBytes(loose(commit));
        bytes[bytes.length - 1] ^= 1;
        overwrite(loose(commit), bytes);
        Surveyed surveyed = Surveyed.head(repository());
        assertEquals(Set.of("third", "below"), surveyed.texts());
        List<String> told = surveyed.unreadable();
        assertEquals(1, told.size(), told.toString());
        assertTrue(told.getFirst().startsWith(blob), told.toString());
        assertEquals(1, surveyed.gaps().size(), surveyed.gaps().toString());
        assertTrue(surveyed.gaps().getFirst().startsWith(commit + " cannot be read"));
    }

    @Test
    void aBrokenBlobThatATagNamesIsSaidOnce() throws IOException, InterruptedException {
        String blob = git.blob("named by a tag");
        git.run("tag", "blob", blob);
        overwrite(loose(blob), new byte[] {1, 2, 3});
        Surveyed surveyed = Surveyed.all(repository());
        assertEquals(
                1,
                surveyed.gaps().size() + surveyed.unreadable().size(),
                surveyed.gaps() + " " + surveyed.unreadable());
    }

    @Test
    void partialClonesSayEachObjectThatWasLeftOut() throws IOException, InterruptedException {
        git.run("config", "uploadpack.allowFilter", "true");
        Path clone = folder.resolve("clone");
        git.run(
                "clone",
                "-q",
                "--bare",
                "--filter=blob:none",
                "file://" + git.folder(),
                clone.toString());
        Surveyed surveyed = Surveyed.head(clone);
        assertEquals(Set.of(), surveyed.texts());
        assertEquals(3, surveyed.commits());
        assertEquals(4, surveyed.gaps().size(), surveyed.gaps().toString());
        for (String gap : surveyed.gaps()) {
            assertTrue(gap.contains("was left out by a partial clone"), gap);
        }
    }

    @Test
    void shallowClonesSayThatThereIsMore() throws IOException, InterruptedException {
        Path clone = folder.resolve("clone");
        git.run("clone", "-q", "--depth=2", "file://" + git.folder(), clone.toString());
        Surveyed surveyed = Surveyed.head(clone);
        assertEquals(Set.of("second", "third", "below"), surveyed.texts());
        assertEquals(1, surveyed.gaps().size(), surveyed.gaps().toString());
        assertTrue(surveyed.gaps().getFirst().contains("the clone is shallow"));
        GitProgram.in(clone).run("fetch", "-q", "--unshallow");
        assertEquals(List.of(), Surveyed.head(clone).gaps());
    }

    @Test
    void aCutThatTheRevisionLiesAboveIsNone() throws IOException, InterruptedException {
        Path clone = folder.resolve("clone");
        git.run("clone", "-q", "--depth=2", "file://" + git.folder(), clone.toString());
        Surveyed surveyed = Surveyed.since(clone, "HEAD~1");
        assertEquals(Set.of("third"), surveyed.texts());
        assertEquals(List.of(), surveyed.gaps());
    }

    @Test
    void submodulesAreNone() throws IOException, InterruptedException {
        GitProgram inner = GitProgram.init(folder.resolve("inner"));
        inner.write("x.txt", "inner");
        inner.commit("one");
        git.run("submodule", "add", "-q", inner.folder().toString(), "sub");
        git.commit("with a submodule");
        Surveyed surveyed = Surveyed.all(repository());
        assertEquals(List.of(), surveyed.gaps());
        assertTrue(surveyed.texts().stream().noneMatch("inner"::equals));
        Surveyed of = Surveyed.all(repository().resolve("sub"));
        assertEquals(Set.of("inner"), of.texts());
    }

    @Test
    void otherStoragesOfReferencesAreNotNothing() throws IOException, InterruptedException {
        git.run("config", "core.repositoryformatversion", "1");
        git.run("config", "extensions.refStorage", "reftable");
        Surveyed surveyed = Surveyed.head(repository());
        assertEquals(0, surveyed.commits());
        assertEquals(1, surveyed.gaps().size(), surveyed.gaps().toString());
        assertTrue(surveyed.gaps().getFirst().contains("stored as reftable"));
    }

    @Test
    void unknownExtensionsAreSaid() throws IOException, InterruptedException {
        Path config = git.gitFolder().resolve("config");
        Files.writeString(config, Files.readString(config) + "[extensions]\n\tholes = true\n");
        Surveyed surveyed = Surveyed.head(repository());
        assertEquals(4, surveyed.texts().size());
        assertEquals(1, surveyed.gaps().size(), surveyed.gaps().toString());
        assertTrue(surveyed.gaps().getFirst().contains("extensions.holes"));
    }

    @Test
    void aBrokenBranchOfHeadIsNotReadAsItsPackedValue() throws IOException, InterruptedException {
        git.run("branch", "other");
        git.run("pack-refs", "--all");
        Path branch = git.gitFolder().resolve("refs/heads/main");
        Files.writeString(branch, "no object\n");
        assertEquals(
                List.of("refs/heads/main is broken: it names no object"),
                Surveyed.head(repository()).gaps());
        Files.delete(branch);
        Files.writeString(git.gitFolder().resolve("refs/heads/other"), "no object\n");
        assertEquals(List.of(), Surveyed.head(repository()).gaps());
        assertEquals(
                List.of("refs/heads/other is broken: it names no object"),
                Surveyed.all(repository()).gaps());
    }

    @Test
    void referencesInACircleAreSaid() throws IOException, InterruptedException {
        Files.writeString(git.gitFolder().resolve("refs/heads/main"), "ref: refs/heads/main\n");
        Surveyed surveyed = Surveyed.head(repository());
        assertEquals(0, surveyed.commits());
        assertEquals(
                List.of("HEAD leads from one reference to another in a circle"), surveyed.gaps());
    }

    @Test
    void brokenLinesOfPackedReferencesAreSaid() throws IOException, InterruptedException {
        git.run("pack-refs", "--all");
        Path packed = git.gitFolder().resolve("packed-refs");
        for (String line : List.of("^zz", "^" + "g".repeat(40), "nothing", "0".repeat(39) + " x")) {
            String sound = Files.readString(packed);
            Files.writeString(packed, sound + line + "\n");
            Surveyed surveyed = Surveyed.all(repository());
            assertEquals(4, surveyed.texts().size());
            assertEquals(1, surveyed.gaps().size(), line + " " + surveyed.gaps());
            Files.writeString(packed, sound);
        }
    }

    @Test
    void borrowedObjectsCountAndMissingLendersAreSaid() throws IOException, InterruptedException {
        Path clone = folder.resolve("clone");
        git.run("clone", "-q", "--shared", git.folder().toString(), clone.toString());
        Surveyed whole = Surveyed.head(clone);
        assertEquals(4, whole.texts().size());
        assertEquals(List.of(), whole.gaps());
        Path alternates = clone.resolve(".git/objects/info/alternates");
        Files.writeString(
                alternates, Files.readString(alternates) + folder.resolve("nowhere") + "\n");
        Surveyed surveyed = Surveyed.head(clone);
        assertEquals(4, surveyed.texts().size());
        assertEquals(1, surveyed.gaps().size(), surveyed.gaps().toString());
    }

    @Test
    void aPackWithoutAnIndexIsSaid() throws IOException, InterruptedException {
        git.run("repack", "-q", "-a", "-d");
        Files.delete(git.packs(".idx").getFirst());
        Surveyed surveyed = Surveyed.head(repository());
        assertEquals(Set.of(), surveyed.texts());
        assertTrue(
                surveyed.gaps().stream().anyMatch(gap -> gap.contains("has no index")),
                surveyed.gaps().toString());
    }

    @Test
    void multiPackIndexesHideNothing() throws IOException, InterruptedException {
        git.run("repack", "-q", "-d");
        git.write("a.txt", "fourth");
        git.commit("four");
        git.run("repack", "-q", "-d");
        git.run("multi-pack-index", "write");
        Surveyed surveyed = Surveyed.head(repository());
        assertEquals(5, surveyed.texts().size());
        assertEquals(List.of(), surveyed.gaps());
    }
}
