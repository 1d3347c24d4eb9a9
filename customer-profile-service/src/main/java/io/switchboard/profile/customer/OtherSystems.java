package io.switchboard.profile.customer;

import io.switchboard.contracts.message.Customer;

/** Lets what other systems say of a customer count. */
public interface OtherSystems {
    /** Returns the customer by what was said here and what their records say. */
    Customer count(StoredCustomer stored);
}
