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
