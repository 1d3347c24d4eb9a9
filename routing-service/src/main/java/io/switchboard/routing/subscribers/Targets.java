package io.switchboard.routing.subscribers;

import io.switchboard.kit.net.PublicAddress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Where subscribers may be. A supervisor names the address and we call it, so it must not lead into our own network, by
 * its name or by what the name resolves to.
 */
@ApplicationScoped
class Targets {
    private static final int LONGEST = 2000;
    private static final Pattern IPV4_OR_IPV6 = Pattern.compile("[0-9.]+|\\[.*");

    private final boolean allowHttp;
    private final boolean allowPrivate;

    @Inject
    Targets(SubscribersConfig config) {
        this(config.allowHttp(), config.allowPrivate());
    }

    Targets(boolean allowHttp, boolean allowPrivate) {
        this.allowHttp = allowHttp;
        this.allowPrivate = allowPrivate;
    }

    /** An address that no subscriber may have; the message says why. */
    static final class NotAllowedException extends Exception {
        private static final long serialVersionUID = 1L;

        NotAllowedException(String why) {
            super(why);
        }
    }

    /**
     * Checks the form of an address; what its name resolves to is checked whenever it is called.
     *
     * @throws NotAllowedException when no subscriber may have it
     */
    URI check(String url) throws NotAllowedException {
        URI target = parse(url);
        String scheme = target.getScheme() == null ? "" : target.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !(allowHttp && scheme.equals("http"))) {
            throw new NotAllowedException(
                    allowHttp ? "must begin with https:// or http://" : "must begin with https://");
        }
        String host = target.getHost();
        if (host == null) {
            throw new NotAllowedException("must name a host");
        }
        if (target.getRawUserInfo() != null || target.getRawFragment() != null) {
            throw new NotAllowedException("must have no user and no fragment");
        }
        if (IPV4_OR_IPV6.matcher(host).matches()) {
            literal(target);
        }
        return target;
    }

    /** An address in figures needs no one to resolve it, so it can be refused at once. */
    private void literal(URI target) throws NotAllowedException {
        try {
            resolve(target);
        } catch (UnknownHostException e) {
            throw new NotAllowedException("must name a host");
        }
    }

    /**
     * Returns the address to connect to. Connect to this very address: asked again, the name may answer differently.
     *
     * @throws UnknownHostException when the name is not known now
     * @throws NotAllowedException when it leads into our own network
     */
    InetAddress resolve(URI target) throws UnknownHostException, NotAllowedException {
        String host = target.getHost();
        String bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
        InetAddress address = InetAddress.getByName(bare);
        if (!allowPrivate && !PublicAddress.is(address)) {
            throw new NotAllowedException("must not be an address of our own network");
        }
        return address;
    }

    private static URI parse(String url) throws NotAllowedException {
        if (url.length() > LONGEST) {
            throw new NotAllowedException("must have at most " + LONGEST + " characters");
        }
        try {
            return new URI(url);
        } catch (URISyntaxException e) {
            throw new NotAllowedException("is not a URL");
        }
    }
}
