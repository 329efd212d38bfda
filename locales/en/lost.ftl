# When we do not understand each other.
lost-trouble =
    Something went wrong here, and it was not you.
    Nothing has changed. Please try again in a minute, or press Home.
lost-something-else =
    Thank you, it arrived.
    What would you like to do next?
lost-file-unasked =
    You sent a file.
    Please choose what it is for, then send it again.
lost-not-understood =
    I did not understand that.
    Please press one of these.
lost-not-understood-again =
    I still did not understand, sorry.
    You can call somebody, or press one of these.
