//! Messages for handing in files. They have files of their own, fetched with the field that says
//! them.

use super::message::messages;

messages! {
    named keys;

    // Any field for files.
    file_add;
    file_limits(kinds, size, number);
    file_added(name);
    file_removed(name);
    file_wrong_kind(name, kinds);
    file_empty(name);
    file_too_big(name, size);
    file_twice(name);
    file_too_many(name, number);

    // Files of a comment.
    attach_title;
    attach_lead;
    attach_sign_in_first;
    attach_sign_in;
    attach_left_behind;
    describe(name);
    describe_hint(number);
    describe_missing(name);
    upload_going;
    upload_done;
    upload_done_of(name);
    upload_failed(reason);
    upload_failed_of(name);
    upload_again;
    upload_again_it(name);
    upload_lost;
    upload_refused(kinds);
}
