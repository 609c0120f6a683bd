package dev.holdfast.secrets.known;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.core.history.Survey;
import dev.holdfast.core.result.FingerprintKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CleanFolderTest {
    private static final FingerprintKey KEY = FingerprintKey.of("a key of one project");
    private static final byte[] SEARCH = new byte[32];

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path temp;

    private final Random random = new Random(4);
    private final Survey survey = NamedContents.random(40, 20, random);
    private final BitSet clean = new BitSet();

    @BeforeEach
    void someAreClean() {
        for (int i = 0; i < survey.size(); i++) {
            clean.set(i, random.nextBoolean());
        }
    }

    private Path folder() {
        return temp.resolve("holdfast");
    }

    private CleanContents open() {
        return open(KEY, SEARCH);
    }

    private CleanContents open(FingerprintKey key, byte[] search) {
        return new CleanFolder(folder(), random).open("/repository", key, search);
    }

    private Path file() throws IOException {
        try (Stream<Path> all = Files.list(folder())) {
            List<Path> files = all.filter(each -> each.toString().endsWith(".clean")).toList();
            assertEquals(1, files.size());
            return files.getFirst();
        }
    }

    private void refuses(CleanContents contents) {
        assertThrows(NotUsable.class, () -> contents.of(survey));
    }

    @Test
    void knowsNothingAtFirst() {
        refuses(open());
    }

    @Test
    void recallsWhatItRememberedAndNothingElse() throws IOException {
        open().remember(survey, clean);
        assertEquals(clean, open().of(survey));
        BitSet fewer = new BitSet();
        fewer.set(clean.nextSetBit(0));
        open().remember(survey, fewer);
        assertEquals(fewer, open().of(survey));
    }

    @Test
    void recallsNoneAndAll() throws IOException {
        open().remember(survey, new BitSet());
        assertEquals(new BitSet(), open().of(survey));
        BitSet all = new BitSet();
        all.set(0, survey.size());
        open().remember(survey, all);
        assertEquals(all, open().of(survey));
    }

    @Test
    void forgetsNamesThatAreGone() throws IOException {
        open().remember(survey, clean);
        assertEquals(new BitSet(), open().of(NamedContents.random(40, 20, new Random(5))));
    }

    @Test
    void refusesNamesOfAnotherLength() throws IOException {
        open().remember(survey, clean);
        CleanContents other = open();
        assertThrows(NotUsable.class, () -> other.of(NamedContents.random(40, 32, new Random(4))));
    }

    @Test
    void refusesEveryChangedByte() throws IOException {
        open().remember(survey, clean);
        byte[] sound = Files.readAllBytes(file());
        for (int i = 0; i < sound.length; i++) {
            byte[] changed = sound.clone();
            changed[i] ^= (byte) (1 << random.nextInt(8));
            Files.write(file(), changed);
            refuses(open());
        }
        Files.write(file(), sound);
        assertEquals(clean, open().of(survey));
    }

    @Test
    void refusesEveryOtherLength() throws IOException {
        open().remember(survey, clean);
        byte[] sound = Files.readAllBytes(file());
        for (int length = 0; length < sound.length; length++) {
            Files.write(file(), Arrays.copyOf(sound, length));
            refuses(open());
        }
        for (int more : new int[] {1, 20, 32, 52}) {
            Files.write(file(), Arrays.copyOf(sound, sound.length + more));
            refuses(open());
        }
    }

    @Test
    void refusesAnotherSearchAnotherKeyAndAnotherRepository() throws IOException {
        open().remember(survey, clean);
        byte[] other = SEARCH.clone();
        other[7] = 1;
        refuses(open(KEY, other));
        refuses(open(FingerprintKey.shared(), SEARCH));
        refuses(new CleanFolder(folder(), random).open("/another", KEY, SEARCH));
        assertEquals(clean, open().of(survey));
    }

    @Test
    void refusesWhatAnotherMachineMade() throws IOException {
        open().remember(survey, clean);
        byte[] planted = Files.readAllBytes(file());
        Files.delete(file());
        Files.delete(folder().resolve("secret"));
        open().remember(survey, clean);
        Files.write(file(), planted);
        refuses(open());
    }

    @Test
    void refusesAFolderASecretAndAFileThatOthersCanReach() throws IOException {
        open().remember(survey, clean);
        for (Path each : List.of(folder(), folder().resolve("secret"))) {
            var before = Files.getPosixFilePermissions(each);
            Files.setPosixFilePermissions(each, PosixFilePermissions.fromString("rwxrw----"));
            refuses(open());
            Files.setPosixFilePermissions(each, before);
        }
        assertEquals(clean, open().of(survey));
    }

    @Test
    void refusesLinks() throws IOException {
        open().remember(survey, clean);
        Path file = file();
        Path elsewhere = temp.resolve("elsewhere");
        Files.move(file, elsewhere);
        Files.createSymbolicLink(file, elsewhere);
        refuses(open());
        Files.delete(file);
        Files.move(elsewhere, file);
        assertEquals(clean, open().of(survey));
        Path secret = folder().resolve("secret");
        Path moved = temp.resolve("moved");
        Files.move(secret, moved);
        Files.createSymbolicLink(secret, moved);
        refuses(open());
    }

    @Test
    void refusesAFolderThatIsAFile() throws IOException {
        Files.writeString(folder(), "no folder");
        refuses(open());
    }

    @Test
    void keepsWhatItHoldsFromOthers() throws IOException {
        open().remember(survey, clean);
        try (Stream<Path> all = Files.walk(folder())) {
            for (Path each : all.toList()) {
                String rights = PosixFilePermissions.toString(Files.getPosixFilePermissions(each));
                assertTrue(rights.endsWith("------"), each + " " + rights);
            }
        }
        try (Stream<Path> all = Files.list(folder())) {
            assertEquals(2, all.count());
        }
    }
}
