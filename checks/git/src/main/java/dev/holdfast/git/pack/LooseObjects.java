package dev.holdfast.git.pack;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** The names of all objects that lie in a file each, of one object folder or of several. */
final class LooseObjects {
    private static final String DIGITS = "0123456789abcdef";

    private final int nameLength;
    private final List<Path> folders = new ArrayList<>();
    private final List<Integer> firstNumbers = new ArrayList<>();
    private byte[] names = new byte[0];
    private int count;

    LooseObjects(int nameLength) {
        this.nameLength = nameLength;
    }

    /**
     * Lists the loose objects of one object folder.
     *
     * @throws IOException when a part of it cannot be listed; the others are listed all the same
     */
    void list(Path objects) throws IOException {
        folders.add(objects);
        firstNumbers.add(count);
        IOException failed = null;
        for (int i = 0; i < 256; i++) {
            String beginning = HexFormat.of().toHexDigits((byte) i);
            File folder = objects.resolve(beginning).toFile();
            String[] files = folder.list();
            if (files != null) {
                Arrays.sort(files);
                for (String each : files) {
                    add(beginning, each);
                }
            } else if (Files.exists(folder.toPath())) {
                failed = new IOException("its folder " + beginning + " cannot be listed");
            }
        }
        if (failed != null) {
            throw failed;
        }
    }

    private void add(String beginning, String rest) throws IOException {
        if (rest.length() != 2 * nameLength - 2) {
            return;
        }
        for (int i = 0; i < rest.length(); i++) {
            if (DIGITS.indexOf(rest.charAt(i)) < 0) {
                return;
            }
        }
        int at = count * nameLength;
        if (at > Integer.MAX_VALUE / 2 - nameLength) {
            throw new IOException("there are too many of them");
        }
        if (at + nameLength > names.length) {
            names = Arrays.copyOf(names, Math.max(1 << 12, 2 * names.length));
        }
        byte[] name = HexFormat.of().parseHex(beginning + rest);
        System.arraycopy(name, 0, names, at, nameLength);
        count++;
    }

    int count() {
        return count;
    }

    void name(int number, byte[] into, int at) {
        System.arraycopy(names, number * nameLength, into, at, nameLength);
    }

    boolean isNamed(int number, byte[] name, int at) {
        int start = number * nameLength;
        return Arrays.equals(names, start, start + nameLength, name, at, at + nameLength);
    }

    /** The file of an object. */
    Path file(int number) {
        int folder = folders.size() - 1;
        while (firstNumbers.get(folder) > number) {
            folder--;
        }
        byte[] name = new byte[nameLength];
        name(number, name, 0);
        return file(folders.get(folder), name);
    }

    /** Where an object of that name lies in an object folder, if it lies there. */
    static Path file(Path objects, byte[] name) {
        String hex = HexFormat.of().formatHex(name);
        return objects.resolve(hex.substring(0, 2)).resolve(hex.substring(2));
    }
}
