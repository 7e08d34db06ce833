/* yardstick_text.h — the words and poses of the yardstick's handout, about 950 words:
 * invented for measuring, in the manner of a real handout and of its length, and
 * approved by nobody. For yardstick.c only.
 * SPDX-License-Identifier: MIT */
#ifndef HO_BENCH_YARDSTICK_TEXT_H
#define HO_BENCH_YARDSTICK_TEXT_H

enum { EXERCISES = 6, STEPS = 4, DOSES = 5, JOINTS = 11 };

struct exercise {
    const char *name, *purpose;
    const char *steps[STEPS];
    const char *feel, *easier, *stop;
    const char *doses[DOSES];
    /* Where head, neck, hip, then knee and foot of either leg, elbow and hand of either
     * arm stand, in a box of 100 by 100. */
    float joints[JOINTS][2];
};

struct sign {
    const char *group, *lines[3];
};

static const char *const dose_names[DOSES] = {"Hold", "Repeat", "Sets", "Rest",
                                              "Every day"};

static const struct sign signs[] = {
    {"Bladder",
     {"Hard to start to pee, or to stop", "Cannot feel pee pass",
      "Leaking, or you need pads"}},
    {"Numb or tingling",
     {"Between the thighs, or genitals", "Buttocks or back passage",
      "Wiping feels different"}},
    {"Bowel",
     {"Cannot hold in poo", "Cannot feel poo pass", "New constipation with numbness"}},
    {"Sex", {"Change in erection", "Change in ejaculation", "Loss of genital feeling"}},
    {"Both legs", {"Both legs weak", "Both legs numb", "Both legs painful"}},
    {"Foot or leg",
     {"Foot drops or drags", "Weakness grows fast", "You trip on the stairs"}},
};
enum { SIGNS = sizeof signs / sizeof *signs };

static const char *const sheet_action =
    "Get emergency help now if any one of these is new or getting worse. Go to the "
    "nearest emergency department, or call the emergency number. Do not drive "
    "yourself. Do not wait for your next appointment, and do not wait for the "
    "morning.";
static const char *const sheet_urgent =
    "Call your doctor today if your back pain comes with a fever, cancer now or "
    "before, weight loss you did not plan, a serious accident, pain that is worse at "
    "night, or a lump or a changed shape.";
static const char *const sheet_strip =
    "Show this at the hospital: I have back or leg pain and a new sign that I ticked "
    "above. Please check me for pressure on the nerves of the lower back today.";

static const struct exercise exercises[EXERCISES] = {
    {"Single knee to chest",
     "Eases a stiff lower back and stretches the buttock of your painful side.",
     {"Breathe in and let your shoulders go soft.",
      "Breathe out and lift your left knee towards your chest.",
      "Hold it with both hands, behind the thigh and not on the knee.",
      "Keep your head down and your other foot flat on the mat."},
     "a mild pull in the buttock and the lower back. It fades when you let go.",
     "Use a towel behind the thigh, and stop half way.",
     "Stop if the pain runs further down your leg or you feel pins and needles.",
     {"20 seconds", "5 times", "2", "10 seconds", "2 times"},
     {{12, 22},
      {24, 20},
      {56, 18},
      {60, 52},
      {40, 44},
      {74, 44},
      {90, 14},
      {36, 34},
      {50, 46},
      {34, 30},
      {52, 48}}},
    {"Cat and cow",
     "Moves your whole back, bone by bone, without any load on it.",
     {"Cat: round your back up towards the ceiling.",
      "Tuck your tailbone under and let your head drop.",
      "Cow: let your back dip a little and look ahead.",
      "Lift your tailbone slightly, no more than is comfortable."},
     "an even stretch all along your back, never a pinch in one place.",
     "Make smaller moves, or do it standing with your hands on a table.",
     "Stop if your wrists or knees hurt, and put a folded towel under them.",
     {"1 breath", "8 rounds", "1", "none", "3 times"},
     {{12, 60},
      {24, 58},
      {66, 58},
      {68, 24},
      {86, 22},
      {70, 24},
      {88, 22},
      {26, 40},
      {26, 20},
      {22, 40},
      {22, 20}}},
    {"Figure four stretch",
     "Stretches the deep muscle of the buttock that lies beside the nerve.",
     {"Put your left ankle on your right knee.",
      "Take hold behind the right thigh with both hands.",
      "Draw that thigh towards you until you feel a stretch.",
      "Keep your tailbone on the floor and your jaw relaxed."},
     "a deep stretch in the left buttock, not in the knee.",
     "Leave the right foot on the floor and only press the left knee away.",
     "Stop if the knee hurts or your leg goes numb.",
     {"30 seconds", "3 times", "1", "15 seconds", "2 times"},
     {{12, 22},
      {24, 20},
      {56, 18},
      {66, 54},
      {48, 58},
      {58, 58},
      {84, 60},
      {38, 36},
      {54, 44},
      {36, 32},
      {56, 40}}},
    {"Bridge",
     "Makes the buttocks and the back of the thighs strong enough to lift with.",
     {"Tighten your buttocks before you move.",
      "Push through both heels and lift your hips.",
      "Stop when shoulders, hips and knees are in one line.",
      "Breathe on while you hold; do not hold your breath."},
     "work in the buttocks and thighs. Your lower back stays quiet.",
     "Lift only a hand's width and hold for two seconds.",
     "Stop if you get a cramp, or pain in the back that lasts after the exercise.",
     {"5 seconds", "10 times", "2", "60 seconds", "1 time"},
     {{10, 20},
      {22, 20},
      {54, 40},
      {74, 56},
      {78, 18},
      {76, 54},
      {82, 18},
      {36, 16},
      {50, 16},
      {34, 14},
      {48, 14}}},
    {"Nerve glide, sitting",
     "Lets the nerve slide to and fro in its bed. It is no stretch.",
     {"Straighten your left knee a little way.",
      "At the same time lift your chin and look up.",
      "Bend the knee again and let your chin sink.",
      "Keep it smooth, like a slow pump."},
     "next to nothing, or a light pull behind the knee that goes at once.",
     "Move only the foot up and down, and leave the head still.",
     "Stop if pain or tingling is still there a minute later.",
     {"none", "10 times", "2", "30 seconds", "3 times"},
     {{42, 92},
      {42, 80},
      {40, 44},
      {64, 46},
      {84, 30},
      {62, 42},
      {62, 14},
      {50, 62},
      {58, 50},
      {48, 62},
      {56, 48}}},
    {"Standing back bend",
     "Brings the hollow back after long sitting, at work or in the car.",
     {"Put both hands on the small of your back.",
      "Look straight ahead and keep your knees straight.",
      "Lean back over your hands as far as is easy.", "Stay there for one breath out."},
     "pressure in the middle of the back, while the leg gets no worse.",
     "Lean your hands on a wall behind you.",
     "Stop if your leg pain gets stronger or moves further down.",
     {"2 seconds", "8 times", "1", "none", "6 times"},
     {{38, 94},
      {42, 82},
      {50, 50},
      {52, 30},
      {50, 8},
      {56, 30},
      {56, 8},
      {62, 66},
      {54, 54},
      {60, 64},
      {52, 52}}},
};

#endif
