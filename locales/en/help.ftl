# Help and settings.
help-go-help = Call for help
help-say-help = help | help me | call | phone number | who can help | I am lost | what can I do | what can I do here | how does this work | what is this | instructions | guide | speak to a human | talk to a person | talk to someone | I do not know what to press
help-help =
    Do you need help? Please call:
    { $people }
help-help-nobody =
    Do you need help?
    Please call the office of your { -upper }: somebody there will help you.
help-help-line =
    Do you need help? Please call:
    { $line }
help-help-in-letter =
    Do you need help?
    Please call the { -secretary } of your { -branch }. The number is printed in the letter.
help-person-with-phone = • { $name }, { $office }, number { $phone }
help-person-without-phone = • { $name }, { $office }
help-go-settings = Change how it works
help-say-settings = settings | language | options | preferences | second phone | new phone | leave | leave the handbook
help-settings =
    What would you like to change?
    You can change it back later. Who leaves the handbook needs a new letter to return.
help-phones = More phones, or sharing one
help-which-phone = Would you like to use one more phone, or to share this one?
help-go-part = Disconnect other phones
help-say-part = disconnect other phones | disconnect | disconnect phone | lost phone | i lost my phone | log out other phones
help-go-speed = Change reading speed
help-say-speed = reading speed | change the speed | too fast | too slow
help-go-slow = Read slowly
help-say-slow = read slowly | read slower | read more slowly | slower
help-go-fast = Read quickly
help-say-fast = read quickly | read faster | faster
help-which-speed = Should I read slowly or quickly?
help-speed-slow = Read slowly
help-speed-normal = Read normally
help-speed-fast = Read quickly
help-speed-kept =
    Noted: { $speed }.
    From now on it is read like this.
help-other-language = Nói tiếng Việt
help-go-english = Speak English
help-say-english = english | speak english | in english
help-go-vietnamese = Speak Vietnamese
help-say-vietnamese = vietnamese | speak vietnamese | in vietnamese

# Words of despair: at once to the people to call.
help-go-despair = Somebody listens
help-say-despair = i want to die | i wanna die | want to kill myself | kill myself | end my life | i do not want to live | i don't want to live | do not want to live any more | don't want to live anymore | no reason to live | suicide | i wish i were dead | i wish i was dead | better off dead
help-despair =
    I am so sorry it is this hard. You are not alone with it.
    Please call now, somebody will listen:
    { $people }
    In danger, call 115.
help-despair-nobody =
    I am so sorry it is this hard. You are not alone with it.
    Please call somebody close to you now. In danger, call 115.
