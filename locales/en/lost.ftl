# When we do not understand each other.
lost-trouble =
    Something went wrong here, and it was not you.
    Nothing has changed. Please try again in a minute, or { -press } Home.
lost-something-else =
    Thank you, it arrived.
    What would you like to do next?
lost-not-carried =
    This app cannot bring { -me } what you just sent.
    Please type it, or send a photo or your voice instead.
lost-file-unasked =
    { -Me } has received { $files }.
    What is it for?
lost-files-for-leaders =
    { -Me } is keeping all { $count } files: { $files }.
    A bulletin takes them all. Anything else takes only the last one, { $last }.
    What are they for?
lost-files-for-members =
    { -Me } is keeping { $last }, the last file you sent.
    Only one can be used at a time; you can send the earlier one again afterwards.
    What is it for?
lost-a-file = the file “{ $name }”
lost-a-photo = a picture
lost-a-voice = a voice message
lost-and-file = { $some }, { $file }
lost-and-more-files = { $some } and { $count } more
lost-enough-files =
    { -Me } is keeping { $count } files already, so { $file } was not kept.
    Please choose what they are for, then send this one again.
lost-file-described =
    { -Me } is keeping { $files } with your words:
    { $text }
    What is it for?
lost-which-meant =
    You typed “{ $text }”.
    Would you like to open that, or are these the words to send?
lost-keep-answer = Send these words
lost-which-meant-text =
    You typed “{ $text }”.
    Would you like to open that, or have these words in the bulletin?
lost-keep-text = Take these words
lost-answer-again = Please type again what you would like to send.
lost-as-it-is = { $text }
lost-wrong-number =
    Here { $count ->
        [1] is only number 1.
       *[other] are only the numbers 1 to { $count }.
    }
    Please { -pick-out } again.
lost-words-wanted =
    A number alone does not tell what { -you } mean.
    The question is still the same: please answer it in words.
lost-standing = This is about: { $text }
lost-beside =
    Thank you.
    { $standing }
    What { -you } were doing is as it was, please go on.
lost-a-story =
    It is not clear what this is for. It has not been sent to anybody.
    What should become of it?
lost-not-understood =
    I did not understand that.
    Please { -pick } one of these.
lost-not-understood-again =
    I still did not understand, sorry.
    You can call somebody, or { -pick } one of these.
lost-document-too-big = This file is larger than 20 megabytes. Please send a smaller one.
lost-document-not-docx = This file is called .docx but holds no Word text. Please open it in Word, save it anew and send it.
lost-document-empty = There are no words in this file. Please look at it and send it again.
lost-document-scanned = This PDF has a page that is a picture, so its words cannot be read. Please send the Word file or type the text.
lost-document-tracked-changes = The text still has open changes. Please accept or reject them in Word, then send it again.
lost-document-encrypted = This file has a password. Please remove it and send the file again.
lost-document-macros = This file can run programs, so it is not opened. Please save it as a plain .docx and send it again.
lost-document-encoding = The letters of this file cannot be read. Please save it as Unicode and send it again.
lost-document-unsupported = Files of the kinds .docx, .pdf and .txt can be read. Please send one of these.
lost-document-broken = This file is damaged and cannot be opened. Please save it again and send it.
lost-document-bomb = This file grows too large when opened, so it was not. Please send another one.
lost-file-too-big = This file is larger than 20 megabytes. Please send a smaller one.
lost-file-not-here = The file did not arrive. Please send it again.
# Words before a gap: when an older message lacks a value, they are left out with it.
lost-leads-to-a-value = of | for | at | in | from | to | on | by | with | number | no. | until
