//! The words of each language that tell the simulated caller what an utterance does: ask, refuse, take leave.
//!
//! Lists of words are parted by spaces, lists of phrases by bars. They are compared folded.

/// The words of a language that help to understand.
pub(super) struct Lexicon {
    /// Words that carry no question.
    pub negligible: &'static str,
    /// Words that make a question of a sentence.
    pub asking: &'static str,
    /// Phrases that take leave.
    pub leaving: &'static str,
    /// Phrases that ask whether there is anything else.
    pub anything_else: &'static str,
    /// Phrases that refuse.
    pub refusing: &'static str,
    /// Endings that a word may lose, the longest first.
    pub endings: &'static str,
    /// Letters joined to the start of a word, the longest first.
    pub clitics: &'static str,
}

/// French.
pub(super) const FRENCH: Lexicon = Lexicon {
    negligible: "le la les l un une de des du d et ou a au aux votre vos vous je j me m mon ma mes ce c \
        cette cet ces est s il elle en y se te t on nous notre nos ne n plait bien alors donc \
        euh bon voila merci monsieur madame mademoiselle svp tres aussi encore pour avec dans \
        sur par que qu qui accord maintenant juste si sont ai eu ete exactement exacte exact",
    asking: "quel quelle quels quelles comment combien quand pourquoi quoi lequel laquelle pouvez \
        pourriez pourrais puis peut donner donnez dites dire indiquer indiquez preciser precisez \
        confirmer confirmez rappeler rappelez epeler epelez expliquer expliquez decrire decrivez \
        raconter racontez besoin faut faudrait voudrais aimerais souhaite souhaiterais veuillez \
        communiquer communiquez plait svp ecoute lire lisez repeter repetez savoir connaitre",
    leaving: "au revoir|bonne journée|bonne soirée|bonne fin de journée|bon week-end",
    anything_else: "autre chose|autre question|autre demande|autre renseignement|besoin autre|\
        reste question",
    refusing: "peux pas|pouvons pas|puis pas|impossible|confidentiel|confidentielles|confidentialité|\
        autorisé|regrette|droit donner|refuse|protégées|interdit|malheureusement",
    endings: "ees ent ee es er ez s x e",
    clitics: "",
};

/// Arabic, written and as spoken in Algeria.
pub(super) const ARABIC: Lexicon = Lexicon {
    negligible: "من في على عن الى يا لو سمحت سمحتي سمحتم فضلك فضلكم سيدي سيدتي السيد السيدة الاخ الاخت \
        اختي خويا نعم طيب حسنا شكرا جيد مليح هو هي هذا هذه ذلك تلك ان قد و او ثم الان لي لك لكم \
        لنا تاع تاعك نتاع نتاعك ديالك الخاص الخاصة بك بكم ربي يخليك بالضبط حضرتك",
    asking: "ما ماذا ماهو ماهي هل كم متى اين كيف لماذا اي ممكن تفضل تفضلي تفضلوا اعطني اعطيني تعطيني \
        تعطيلي عطيني قل قولي قوللي تقول تقولي تقوللي واش شحال وين وينك كيفاش علاش شكون فين وقتاش \
        يمكن يمكنك يمكنكم تستطيع اريد احتاج نحتاج حاب ارجو نرجو سمحت فضلك فضلكم اسمعك نسمعك اشرح \
        اخبرني اخبريني تخبرني تذكر ذكر تؤكد تاكيد اكد تهج بماذا بم فيم عندك كيما منين",
    leaving: "مع السلامة|الى اللقاء|بالسلامة|تبقى على خير|تبقاي على خير|نهارك سعيد|نهاركم سعيد|\
        نهار سعيد|يوم سعيد|يومك سعيد|يومكم سعيد|يوما سعيدا|طاب يومك|طاب يومكم|في امان الله",
    anything_else: "شيء اخر|شيئا اخر|حاجة اخرى|حاجه خرى|حاجة وحدوخرى|سؤال اخر|استفسار اخر|طلب اخر|\
        خدمة اخرى|مساعدة اخرى",
    refusing: "لا يمكنني|لا نستطيع|لا استطيع|ما نقدرش|غير ممكن|سرية|ممنوع|اعتذر|للاسف",
    endings: "كما هما تهم تنا تكم تها تك ته تي كم هم ها نا ات ين ك ه ي ت ا",
    clitics: "وبال وال فال بال كال ولل لل ال و ف ب ل ك",
};

/// English.
pub(super) const ENGLISH: Lexicon = Lexicon {
    negligible: "the a an of your you i is are to me my please sir madam so well and or for it in on at \
        be this that very now thank thanks",
    asking: "what which who when where why how can could may would tell give need please do does did \
        have spell confirm listening",
    leaving: "goodbye|good bye|bye|nice day|good day|good evening",
    anything_else: "anything else|something else|other question|another question",
    refusing: "cannot|can not|not allowed|confidential|unable|impossible|protected|sorry",
    endings: "ing ed es s e",
    clitics: "",
};
