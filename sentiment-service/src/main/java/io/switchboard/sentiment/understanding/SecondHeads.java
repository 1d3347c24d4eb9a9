package io.switchboard.sentiment.understanding;

import io.switchboard.understanding.dense.DenseHead;
import io.switchboard.understanding.dense.DenseHeadFile;
import io.switchboard.understanding.linear.Sealed;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * What an English text's embedding adds to what the fast heads say.
 *
 * @param relevance beside the relevance head that ships; it goes with a tenant's own, which began as that one
 * @param english beside the English head of feelings
 */
public record SecondHeads(DenseHead relevance, DenseHead english) {

    /**
     * Reads the heads that ship with the service.
     *
     * @param model that makes the embeddings
     * @param size numbers in an embedding
     * @throws UncheckedIOException when one is missing, damaged, made for another model or beside another head
     */
    public static SecondHeads load(String model, int size) {
        return new SecondHeads(head("relevance", model, size), head("sentiment-en", model, size));
    }

    private static DenseHead head(String name, String model, int size) {
        String file = "/understanding/" + name + ".dense";
        String beside = Sealed.version(Heads.bytes("/understanding/" + name + ".head"));
        try {
            DenseHead head = DenseHeadFile.read(Heads.bytes(file), model, file);
            Sealed.check(head.size() == size, file, "is for " + head.size() + " numbers, not " + size);
            Sealed.check(head.beside().equals(beside), file, "stands beside " + head.beside() + ", not " + beside);
            return head;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
