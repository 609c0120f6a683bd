import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The servers of a distribution, that migrations run on. The pinned one is unpacked here, so that
 * the first command does not have to (docs/rls-server.md); the other one stays packed, for who asks
 * for it.
 */
final class ImageServer {
    /** What neither postgres nor initdb loads, and languages that no migration may use there. */
    private static final String NOT_OF_A_SERVER =
            "bin/pg_ctl|lib/.*\\.a|lib/pkgconfig|lib/lib(ecpg|pgtypes|xslt).*"
                    + "|lib/postgresql/(pgxs|pgxml\\.so|[a-z_]*pl(perl|python3)\\.so|pltcl\\.so)";

    private ImageServer() {}

    /**
     * Adds them.
     *
     * @param jars the folder of 17.jar and 18.jar
     * @param licences of what is in them
     * @param without whether the image is to have none
     */
    static void add(Path image, Path jars, Path licences, boolean without)
            throws IOException, InterruptedException {
        Path pinned = jars.resolve("17.jar");
        if (without || !Files.isRegularFile(pinned)) {
            System.out.println(
                    "no PostgreSQL in the image: "
                            + (without ? "-Dpostgresql.skip says so" : "there is no " + pinned));
            return;
        }
        Path folder = Files.createDirectories(image.resolve("lib/postgresql"));
        Path unpacked = Files.createDirectories(folder.resolve("17"));
        unpack(pinned, unpacked);
        try (Stream<Path> all = Files.walk(unpacked)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                if (unpacked.relativize(each).toString().matches(NOT_OF_A_SERVER)) {
                    delete(each);
                }
            }
        }
        Files.copy(jars.resolve("18.jar"), folder.resolve("18.jar"));
        Files.copy(licences, folder.resolve("LICENSES.txt"));
    }

    /** By tar, which takes a fifth of the time that the JVM does. */
    private static void unpack(Path jar, Path to) throws IOException, InterruptedException {
        Path packed = Files.createTempFile("holdfast-postgresql", ".txz");
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            ZipEntry entry =
                    zip.stream()
                            .map(ZipEntry.class::cast)
                            .filter(each -> each.getName().endsWith(".txz"))
                            .findFirst()
                            .orElseThrow(() -> new IOException("no programs in " + jar));
            try (InputStream in = zip.getInputStream(entry)) {
                Files.copy(in, packed, StandardCopyOption.REPLACE_EXISTING);
            }
            Image.run(to, "tar", List.of("tar", "-xJf", packed.toString(), "--no-same-owner"));
        } finally {
            Files.delete(packed);
        }
    }

    private static void delete(Path path) throws IOException {
        if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            Image.delete(path);
        } else {
            Files.delete(path);
        }
    }
}
