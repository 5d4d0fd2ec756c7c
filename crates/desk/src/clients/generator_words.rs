//! What the generator writes in free text: streets in French, needs and motivations in French, Arabic and English.

/// Streets that many Algerian towns have.
pub(super) const STREETS: [&str; 20] = [
    "rue Larbi Ben M’hidi",
    "rue Didouche Mourad",
    "boulevard Colonel Amirouche",
    "rue Hassiba Ben Bouali",
    "rue de l’Émir Abdelkader",
    "boulevard Mohamed Khemisti",
    "rue du 1er Novembre",
    "avenue du 5 Juillet",
    "rue de l’Indépendance",
    "rue des Martyrs",
    "avenue de l’ALN",
    "boulevard Zighoud Youcef",
    "rue Abane Ramdane",
    "rue Mustapha Ben Boulaïd",
    "rue Mohamed Belouizdad",
    "boulevard Krim Belkacem",
    "rue Cheikh Ben Badis",
    "rue de la Liberté",
    "chemin de la Gare",
    "rue du Marché",
];

/// Housing estates.
pub(super) const SUBURBS: [&str; 10] = [
    "Cité El Wiam",
    "Cité 20 Août 1955",
    "Cité 8 Mai 1945",
    "Cité Ennasr",
    "Cité des Oliviers",
    "Lotissement El Yasmine",
    "Lotissement Es-Salem",
    "Coopérative El Amel",
    "Cité des Jardins",
    "Lotissement Bel Air",
];

/// What a client may need: French, Arabic, English.
pub(super) const NEEDS: [[&str; 3]; 10] = [
    ["Connexion Internet plus rapide à la maison", "إنترنت أسرع في المنزل", "Faster Internet at home"],
    ["Forfait mobile pour toute la famille", "اشتراك هاتف نقال لكل العائلة", "A mobile plan for the whole family"],
    ["Facture envoyée par courriel", "فاتورة ترسل بالبريد الإلكتروني", "Bills sent by e-mail"],
    [
        "Livraison à domicile en fin de journée",
        "التوصيل إلى المنزل في نهاية اليوم",
        "Home delivery at the end of the day",
    ],
    ["Paiement en plusieurs fois", "الدفع بالتقسيط", "Payment in instalments"],
    ["Réparation rapide en cas de panne", "إصلاح سريع عند العطب", "Quick repair after a breakdown"],
    ["Explications en arabe sur le contrat", "شرح العقد بالعربية", "The contract explained in Arabic"],
    ["Un seul interlocuteur pour son commerce", "محاور واحد لمتجره", "One contact person for a shop"],
    ["Équipement simple à installer", "جهاز سهل التركيب", "Equipment that is easy to install"],
    ["Appels vers l’étranger à prix réduit", "مكالمات إلى الخارج بسعر منخفض", "Cheaper calls abroad"],
];

/// What may move a client to buy: French, Arabic, English.
pub(super) const MOTIVATIONS: [[&str; 3]; 8] = [
    ["Le prix avant tout", "السعر قبل كل شيء", "Price above all"],
    ["La garantie et le service après-vente", "الضمان وخدمة ما بعد البيع", "The guarantee and after-sales service"],
    ["Gagner du temps", "ربح الوقت", "Saving time"],
    ["Le conseil d’un proche", "نصيحة أحد الأقارب", "A relative’s advice"],
    ["La qualité et la durée", "الجودة والمتانة", "Quality that lasts"],
    ["La nouveauté", "كل ما هو جديد", "Novelty"],
    ["Être bien accueilli et écouté", "حسن الاستقبال والإصغاء", "Being welcomed and heard"],
    ["La sécurité de la famille", "أمن العائلة", "The family’s safety"],
];
