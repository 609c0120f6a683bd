package dev.holdfast.git.pack;

import java.io.FilterInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The content of one loose object that is read without holding it, and held against its name. */
final class LooseRead extends FilterInputStream {
    // A smaller one is in memory at once, and a copy of it elsewhere may stand in for a broken one.
    private static final int SMALL = 1 << 20;

    private final LooseObject object;
    private final Inflation inflation;

    private LooseRead(byte[] name, LooseObject object, Inflation inflation, ObjectFormat format) {
        super(new NameCheck(format).verified(name, object.type(), object.size(), object.content()));
        this.object = object;
        this.inflation = inflation;
    }

    /**
     * Opens it where it lies, or says null when there is none, or none that is worth it.
     *
     * @throws IOException when it cannot be read
     */
    static @Nullable LooseRead open(ObjectLookup lookup, byte[] name) throws IOException {
        for (Path folder : lookup.folders()) {
            Path file = LooseObjects.file(folder, name);
            if (Files.exists(file)) {
                Inflation inflation = new Inflation();
                LooseRead read = null;
                try {
                    LooseObject object = LooseObject.open(file, inflation);
                    if (object.size() > SMALL) {
                        read = new LooseRead(name, object, inflation, lookup.format());
                        return read;
                    }
                    object.close();
                } finally {
                    if (read == null) {
                        inflation.end();
                    }
                }
            }
        }
        return null;
    }

    @Override
    public void close() throws IOException {
        inflation.end();
        object.close();
    }
}
