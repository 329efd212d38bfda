# The letter of invitation, printed.
letters-title = Your invitation to the members' handbook
letters-greeting = Dear
letters-step-one = Open the camera of your phone and point it at the square.
letters-step-two = Tap the line that appears, then tap Start.
letters-step-three = Type your year of birth, read the question, and choose.
letters-code-line = Cannot scan? Type this code into the handbook:
letters-help-line = For help, please call:
letters-until = The code works once, until { $day }.
letters-office = The office
letters-also-on-zalo = On Zalo? Find “{ $bot }” and send this code.
# Letters where there is only Zalo.
letters-zalo-step-one = Open Zalo and search for the name in the frame.
letters-zalo-step-two = Send the handbook the code in the frame.
letters-zalo-step-three = Send your year of birth, read the question, then choose.
letters-zalo-code-line = Your code:
letters-find-on-zalo = Its name on Zalo: { $bot }
