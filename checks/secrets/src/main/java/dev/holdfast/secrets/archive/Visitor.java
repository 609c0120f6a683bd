package dev.holdfast.secrets.archive;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Is handed what lies in an archive, one entry after the other. */
public interface Visitor {
    /**
     * One entry that is not opened further.
     *
     * @param path how it was reached, from the outside in: {@code ["gz", "tar config/app.yml"]};
     *     printable, each word at most 200 characters long
     * @param content valid until this method returns. Where it cannot be unpacked further it ends,
     *     and {@link Unpacked#problems} says why; it need not be read to its end
     */
    void entry(List<String> path, InputStream content) throws IOException;
}
