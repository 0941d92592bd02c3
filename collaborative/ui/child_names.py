"""A gentle check before posting: a name near a word about development or behavior may be a child's.

It asks, it never refuses: the person says that it is no child's name, or takes the name out.
"""

import re

REACH = 5  # words after the name in which a word about development or behavior is looked for; ours

WORDS_ABOUT_CHILDREN = """
    point points pointed pointing look looks looked looking cry cries cried crying scream screams screamed screaming
    hit hits hitting bit bite bites biting kick kicks kicked kicking push pushes pushed pushing throw throws threw
    throwing tantrum tantrums meltdown meltdowns speak speaks spoke speaking speech talk talks talked talking say says
    said walk walks walked nap naps napped sleep sleeps slept toilet potty diaper wet wets eat eats ate delay delayed
    delays autism autistic adhd disability disabled iep ifsp evaluation evaluated diagnosis diagnosed therapy
    aggressive aggression behavior behaviors behaviour calm calms calmed calmer upset angry sad scared shy hug hugs
    hugged share shares shared sharing play plays played playing run runs ran join joins joined refuse refuses refused
    spit spits hides hid listen listens listened clean-up struggle struggles struggled struggling
    señala señaló llora lloró grita gritó muerde mordió pega pegó empuja empujó patea pateó habla habló dice dijo
    duerme durmió come comió juega jugó corre corrió abraza abrazó comparte compartió terapia retraso autismo conducta
    berrinche rabieta
"""

# Words that begin sentences or name grown-ups, days, months and places: no child's name.
WORDS_NO_NAMES = """
    I We They She He It You The A An This That These Those There Here Then When While After Before If But And Or So As
    At In On Of For From To With Without By Our My Your Their His Her Its One Two Three Four Five Six Seven Eight Nine
    Ten All Both Each Every Most Some Many Few No None Nobody Everyone Everybody Someone Somebody Another Other Others
    More Less Only Even Also Still Just Not Now Today Tomorrow Yesterday Later Soon First Second Third Next Last Once
    Who What Where Why How Which Well Yes Maybe Perhaps Let Put Try Keep Ask Use Sing Say Tell Note Count Watch
    See Look Make Take Give Bring Move Hang Stand Sit Walk Read Write Draw Play Help Greet Wait Stop Start Show Add
    Children Child Kids Kid Toddlers Toddler Babies Baby Infants Infant Preschoolers Boys Girls Families Family Parents
    Parent Mother Mothers Father Fathers Mom Moms Dad Dads Grandma Grandmother Grandfather Teacher Teachers Aide Aides
    Director Coach Cook Staff Adults Adult Grown-ups People Friends Friend Team Teams Room Rooms Group Groups Center
    Please Thank Thanks Good Great Very Hard Real Quiet Slower Have Has Had Can Could Would Should Is Are Was Were Did
    Does Will Notice Whoever Anyone Minutes Hours Weeks Days Books Words Feelings Hooks Office Data Small Warm Build
    Teach Two-way Mondays Tuesdays Wednesdays Thursdays Fridays
    Everything Nothing Something Anything Lunch Snack Breakfast Circle Story Drop-off Pick-up Arrival Morning Mornings
    Afternoon Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July
    August September October November December English Spanish Plan Do Study Act PDSA Ms Mr Mrs Miss Dr
    Yo Nosotros Nosotras Ellos Ellas El La Los Las Un Una Uno Unos Unas Este Esta Esto Cuando Después Antes Si Pero Y O
    En De Para Con Sin Por Nuestro Nuestra Mi Su Sus Todos Todas Cada Algunos Muchos Hoy Ayer Mañana Niños Niñas Niño
    Niña Familias Familia Padres Madre Padre Mamá Papá Maestra Maestras Maestro Lunes Martes Miércoles Jueves Viernes
    Que Qué Quién Dónde Cómo No Sí Lo Le Les Se Me Nos Al Del Solo Más Menos
    Usted Ustedes Anote Anoten Cuente Cuenten Cante Canten Cantamos Lea Lean Leemos Mire Miren Pregunte Pregunten
    Pruebe Prueben Probamos Diga Digan Ponga Pongan Ponemos Usen Usamos Hacemos Hagan Haga Vamos Hay Aquí Ahí Luego
    Entonces Mientras Aunque Porque Ya También Siempre Nunca Algo Nada Nadie Alguien Otro Otra Otros Otras Ella Él
    Quien Quienes Donde Como Ahora Pronto Casi Durante Desde Hasta Entre Según Gracias Enero Febrero Marzo Abril Mayo
    Junio Julio Agosto Septiembre Octubre Noviembre Diciembre Sábado Domingo
"""
# Endings that English words at the beginning of a sentence have and first names seldom do.
NO_NAME_ENDINGS = ("ing", "ly", "tion", "ness", "ers", "ies")

WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
SENTENCE_END = re.compile(r"[.!?\n;:]")
ABOUT = frozenset(WORDS_ABOUT_CHILDREN.split())
NO_NAME = frozenset(WORDS_NO_NAMES.split())
TITLES = {"Ms", "Mr", "Mrs", "Miss", "Dr", "Teacher", "Coach", "Maestra", "Maestro", "Señora", "Señor", "Doña"}


def possible_child_names(text: str) -> list[str]:
    """Capitalised words followed by a word about development or behavior in the same sentence, each once."""
    found = []
    for sentence in SENTENCE_END.split(text):
        words = WORD.findall(sentence)
        for place, word in enumerate(words):
            titled = place > 0 and words[place - 1] in TITLES
            after = {later.lower() for later in words[place + 1 : place + 1 + REACH]}
            if _may_be_name(word) and not titled and after & ABOUT and word not in found:
                found.append(word)
    return found


def _may_be_name(word: str) -> bool:
    capitalised = len(word) > 1 and word[0].isupper() and word[1:].islower()
    return capitalised and word not in NO_NAME and not word.endswith(NO_NAME_ENDINGS)
