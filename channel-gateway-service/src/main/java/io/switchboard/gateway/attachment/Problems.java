package io.switchboard.gateway.attachment;

/** The words that say why a file was not kept. They travel in events: they only grow. */
public final class Problems {
    /** Its host is not on the account's list, or its address is nobody's business. */
    public static final String NOT_ALLOWED = "not-allowed";
    /** It was larger than the cap. */
    public static final String TOO_LARGE = "too-large";
    /** There were more files than the cap. */
    public static final String TOO_MANY = "too-many";
    /** It did not come in time, or its host answered with anything but the file. */
    public static final String NOT_FETCHED = "not-fetched";
    /** The object store did not take it. */
    public static final String NOT_STORED = "not-stored";
    /** The message was damaged where the file was. */
    public static final String UNREADABLE = "unreadable";

    private Problems() {}
}
