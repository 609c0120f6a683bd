package dev.holdfast.secrets.bundle;

import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.zip.ZipException;

/** Why a file could not be read, in a few words that quote nothing of it. */
final class Reasons {

    private Reasons() {}

    static String of(IOException failed) {
        return switch (failed) {
            case AccessDeniedException _ -> "no permission";
            case NoSuchFileException _ -> "it is gone";
            case NotDirectoryException _ -> "it is not a folder";
            case FileSystemLoopException _ -> "the folder contains itself";
            case BadContent bad -> bad.reason();
            case CharacterCodingException _ -> "it is not in the encoding that its first bytes say";
            case ZipException _ -> "it is not valid gzip";
            case EOFException _ -> "it ends too early";
            default -> "the file system says no (" + failed.getClass().getSimpleName() + ")";
        };
    }
}
