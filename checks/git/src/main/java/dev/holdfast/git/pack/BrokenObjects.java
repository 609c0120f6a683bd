package dev.holdfast.git.pack;

import java.io.IOException;

/** A part of the object store that is not as git writes it; the message names the place. */
public final class BrokenObjects extends IOException {
    private static final long serialVersionUID = 1L;

    /** Says what is broken; quotes nothing of any object. */
    public BrokenObjects(String message) {
        super(message);
    }
}
