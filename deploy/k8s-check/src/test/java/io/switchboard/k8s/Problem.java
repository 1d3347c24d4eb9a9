package io.switchboard.k8s;

/**
 * Why a manifest is refused.
 *
 * @param where kind and name of the object
 * @param what what is wrong with it
 */
record Problem(String where, String what) {
    @Override
    public String toString() {
        return where + ": " + what;
    }
}
